export const id = 193;
export const ids = [193];
export const modules = {

/***/ 4193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   digestOf: () => (/* binding */ digestOf)
/* harmony export */ });
/** Digests of models: the SHA-256 of the manifest, as `ollama list` shows its beginning. */
/** 64 hexadecimal digits in lower case, of a text with or without `sha256:`; undefined where it is none. */
function digestOf(text) {
    return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text)?.[1]?.toLowerCase();
}


/***/ })

};

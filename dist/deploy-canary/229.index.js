export const id = 229;
export const ids = [229];
export const modules = {

/***/ 2229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   warmTask: () => (/* binding */ warmTask)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _report_clip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5777);
/** A warm check's means as this machine has them: its clocks, its randomness, its log. */


/** Characters of a line in the log: what a server says may be long. */
const lineLimit = 1000;
function warmTask({ host, server, wish, name, free }) {
    return {
        server,
        wish,
        say: (line) => host.info((0,_report_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(`${name}${line}`, lineLimit)),
        now: () => performance.now() / 1000,
        clock: () => Date.now() / 1000,
        mark: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex'),
        hash: (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex'),
        free,
    };
}


/***/ })

};

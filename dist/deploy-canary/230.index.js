export const id = 230;
export const ids = [230];
export const modules = {

/***/ 8230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   usualWish: () => (/* binding */ usualWish)
/* harmony export */ });
/** What is wished where nobody says anything else; as action.yml of warm-model has it. */
const usualWish = {
    keepAlive: 'forever',
    coldBudget: 300,
    residency: { kind: 'any' },
    runs: 5,
    concurrency: 1,
    pull: 'never',
    requireNoCloud: false,
};


/***/ })

};

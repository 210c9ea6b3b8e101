export const id = 622;
export const ids = [622];
export const modules = {

/***/ 622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   giveBack: () => (/* binding */ giveBack)
/* harmony export */ });
/** Gives the lock back, so that whoever comes next (a rollback step, a person) is not told to wait; keeps the error. */
async function giveBack(session, heldFor, error) {
    const reason = error instanceof Error ? error.message : String(error);
    await session.resync().catch(() => undefined);
    await session.hold(heldFor, reason).catch(() => undefined);
    throw error;
}


/***/ })

};

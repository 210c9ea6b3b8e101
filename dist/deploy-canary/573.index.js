export const id = 573;
export const ids = [573];
export const modules = {

/***/ 4573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Session: () => (/* binding */ Session)
/* harmony export */ });
/* harmony import */ var _report_clip_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5777);

/** Characters of a reason that a target keeps; a version's last words can be longer. */
const reasonLimit = 2000;
class Session {
    release;
    fence;
    target;
    sequence;
    /** `ticket` carries the last sequence that was applied. */
    constructor(target, ticket) {
        this.target = target;
        this.release = ticket.release;
        this.fence = ticket.fence;
        this.sequence = ticket.sequence;
    }
    stage(how = {}) {
        return this.target.stage(this.next(), how);
    }
    setWeight(change) {
        return this.target.setWeight(this.next(), { ...change, reason: (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)(change.reason, reasonLimit) });
    }
    renew(lease, memo) {
        return this.target.renew(this.next(), lease, memo);
    }
    hold(heldFor, reason) {
        return this.target.hold(this.next(), heldFor, (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)(reason, reasonLimit));
    }
    promote() {
        return this.target.promote(this.next());
    }
    discard(verdict, reason) {
        return this.target.discard(this.next(), verdict, (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)(reason, reasonLimit));
    }
    /** Takes up the target's own count again, after a call whose answer never came. */
    async resync() {
        const { release } = await this.target.inspect();
        if (release?.id === this.release && release.fence === this.fence)
            this.sequence = release.sequence;
    }
    next() {
        this.sequence += 1;
        return { release: this.release, fence: this.fence, sequence: this.sequence };
    }
}


/***/ })

};

export const id = 782;
export const ids = [782];
export const modules = {

/***/ 782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bringUp: () => (/* binding */ bringUp),
/* harmony export */   refuseUnderWay: () => (/* binding */ refuseUnderWay)
/* harmony export */ });
/* harmony import */ var _shared_action_abortable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(397);
/* harmony import */ var _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(856);
/* harmony import */ var _shared_targets_session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(573);
/* harmony import */ var _shared_targets_take_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(990);
/** Starts a version beside the stable one and checks it; one that does not come up is taken away before it meets a user. */




/** Nobody renews while a version starts, so the lease covers all that its start may take. */
function leaseFor({ canary, health, smoke: requests }) {
    return canary.lease + health.start + requests.reduce((sum, { timeout }) => sum + timeout, 0);
}
/** @throws TargetError when users meet the version already: staging it again could only take it away from them */
function refuseUnderWay({ release }, version) {
    if (release?.version !== version || release.verdict !== null || release.weight === 0)
        return;
    const where = `release ${release.id} of ${version} is under way at ${release.weight} %`;
    throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TargetError */ .I0(`${where}; go on with deploy-canary, or end it with rollback`, 'busy');
}
/** `stable` is the version that users have; null when this is the first one, which becomes stable at once. */
async function bringUp(work, version, stable, smoke) {
    const { plan, signal, say } = work;
    const { session } = await (0,_shared_targets_take_js__WEBPACK_IMPORTED_MODULE_3__/* .take */ .s)(work, { version, create: true, lease: leaseFor(plan) }, 'rollback');
    const { release } = session;
    try {
        (0,_shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .stopIfCancelled */ .FE)(signal);
        const { url } = await (0,_shared_action_abortable_js__WEBPACK_IMPORTED_MODULE_0__/* .abortable */ .Z)(session.stage(), signal);
        say(`${version} is healthy at ${url}`);
        await smoke(url ?? '');
        if (stable === null) {
            await session.promote();
            return { release, ...first(version) };
        }
        const reason = `${version} is staged beside ${stable} at weight 0`;
        await session.hold({ heldFor: plan.canary.heldFor, reason });
        return { release, verdict: 'held', reason };
    }
    catch (error) {
        // What is staged already under this version is somebody's: it stays as it is.
        if (error instanceof _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TargetError */ .I0 && error.refusal === 'other-digest') {
            await (0,_shared_targets_take_js__WEBPACK_IMPORTED_MODULE_3__/* .giveBack */ .F5)(session, plan.canary.heldFor, error);
        }
        return { release, ...(await takeAway(work, session, version, error)) };
    }
}
const first = (version) => ({
    verdict: 'promoted',
    reason: `${version} is the first version and stable`,
});
/** What the version did wrong refuses it; anything else went wrong on our side. */
async function takeAway(work, session, version, error) {
    const { signal } = work;
    const reason = (0,_shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error);
    const ofTheVersion = error instanceof _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TargetError */ .I0 && error.refusal !== undefined;
    const verdict = ofTheVersion || signal.aborted ? 'refused' : 'error';
    const gone = { verdict, reason: signal.aborted ? `${reason}: ${version} was taken away again` : reason };
    try {
        await session.discard(verdict, reason);
        return gone;
    }
    catch (failed) {
        // The answer comes when the process has ended, which may be later than a cancel lets us wait.
        const ended = await endOf(work, session);
        if (ended !== null)
            return ended === 'promoted' ? first(version) : gone;
        const why = (0,_shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(failed);
        return { verdict: 'error', reason: `${reason}; and ${version} could not be taken away: ${why}` };
    }
}
/** Null when the release has not ended, as far as the target says. */
async function endOf(work, { release: id }) {
    const status = await (0,_shared_targets_session_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t5)(work);
    return status?.release?.id === id ? status.release.verdict : null;
}


/***/ })

};

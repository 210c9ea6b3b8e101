export const id = 977;
export const ids = [977];
export const modules = {

/***/ 977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTarget: () => (/* binding */ openTarget)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(856);
/** The target that a plan names. Adapters are loaded only when one is opened. */

/**
 * Connects to the plan's target, which need not be running yet.
 * @throws InputError when the plan asks for what the target cannot do
 */
async function openTarget(host, plan) {
    const { localTarget } = await __webpack_require__.e(/* import() */ 319).then(__webpack_require__.bind(__webpack_require__, 319));
    const target = await localTarget(plan, host.env('GITHUB_WORKSPACE') ?? process.cwd());
    const { affinity, granularity } = target.capabilities;
    if (!affinity.includes(plan.canary.affinity)) {
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`canary.affinity: ${plan.canary.affinity} is not possible on target ${plan.target.kind}; expected ${affinity.join(', ')}`);
    }
    const fine = plan.canary.steps.find(({ weight }) => Math.abs(weight / granularity - Math.round(weight / granularity)) > 1e-9);
    if (fine) {
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`canary.steps: ${fine.weight}% is finer than target ${plan.target.kind} can split; expected steps of ${granularity}%`);
    }
    return target;
}


/***/ })

};

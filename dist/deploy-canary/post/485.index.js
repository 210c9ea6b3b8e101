export const id = 485;
export const ids = [485];
export const modules = {

/***/ 485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadPlan: () => (/* binding */ loadPlan)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(856);
/** The input `plan`: a path, or the YAML itself. */



/**
 * Reads the plan that an input names. The environment's JARVIS_LISTEN overrides `target.listen`, so that one plan serves
 * several runs on a machine.
 * @throws InputError for a missing file or a wrong plan
 */
async function loadPlan(host, input) {
    const inline = /\n|^\s*service\s*:/.test(input);
    const root = host.env('GITHUB_WORKSPACE') ?? process.cwd();
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, input);
    const text = inline ? input : readPlanFile(input, path);
    // YAML and the schema are most of a start, so a plan that is not there does not wait for them.
    const { readPlan } = await Promise.all(/* import() */[__webpack_require__.e(540), __webpack_require__.e(671)]).then(__webpack_require__.bind(__webpack_require__, 671));
    const plan = readPlan(text, inline ? 'plan' : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path));
    const listen = host.env('JARVIS_LISTEN');
    return listen === undefined ? plan : { ...plan, target: { ...plan.target, ...listenAt(listen) } };
}
function readPlanFile(input, path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        return missing(input, path, error);
    }
}
function missing(input, path, error) {
    const why = error.code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read (${error.code})`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`input plan is ${JSON.stringify(input)}: ${why}; expected the path of a plan such as jarvis.yml, or the plan's YAML itself`);
}
function listenAt(listen) {
    const port = Number(/^(?:127\.0\.0\.1|localhost):(\d{1,5})$/.exec(listen)?.[1]);
    if (port >= 1 && port <= 65535)
        return { host: '127.0.0.1', port };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`JARVIS_LISTEN is ${JSON.stringify(listen)}; expected a loopback address and a port, such as 127.0.0.1:8080`);
}


/***/ })

};

export const id = 60;
export const ids = [60];
export const modules = {

/***/ 5060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadScenario: () => (/* binding */ loadScenario)
/* harmony export */ });
/* unused harmony exports scenarioSchema, listScenarios, parseScenario */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3243);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8816);
/* harmony import */ var _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7856);
/* harmony import */ var _shared_plan_nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7516);
/** Scenarios: what a run is given and what must come of it, as data in `local/scenarios/`. */






const seconds = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .regex(/^\d+(\.\d+)?s$/, 'expected seconds such as 8s')
    .transform((text) => Number.parseFloat(text));
/** The shape of a scenario file. */
const scenarioSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    description: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1),
    inputs: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).default({}),
    expect: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        conclusion: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['success', 'failure', 'cancelled']),
        verdict: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['promoted', 'held', 'rolled-back', 'refused', 'inconclusive', 'error']),
        weight: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().min(0).max(100),
    }),
    cancel: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ job: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), step: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), after: seconds })
        .describe('The runner cancels itself so long after this step started')
        .optional(),
});
/** Names of all scenarios in a folder. */
function listScenarios(folder) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return [];
    const files = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).filter((name) => name.endsWith('.yml'));
    return files.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(name, '.yml')).sort();
}
/** Reads a scenario by name; an InputError lists what there is, or what is wrong in the file. */
function loadScenario(folder, name) {
    const known = listScenarios(folder);
    if (!known.includes(name)) {
        const near = (0,_shared_plan_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(name, known);
        const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
        throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`there is no scenario ${name}${hint}; there are: ${known.join(', ') || 'none'}`);
    }
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${name}.yml`);
    return parseScenario((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'), file);
}
/** Reads the text of a scenario file. */
function parseScenario(text, file) {
    const result = scenarioSchema.safeParse(parseYaml(text, file));
    if (result.success)
        return result.data;
    const problems = result.error.issues.map(({ path, message }) => `${file}: ${path.join('.') || 'scenario'}: ${message}`);
    throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(problems.join('\n'));
}
function parseYaml(text, file) {
    try {
        return (0,js_yaml__WEBPACK_IMPORTED_MODULE_2__/* .load */ .Hh)(text, { filename: file });
    }
    catch (error) {
        throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${file}: ${error.message}`);
    }
}


/***/ })

};

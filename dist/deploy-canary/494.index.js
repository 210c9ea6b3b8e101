export const id = 494;
export const ids = [494];
export const modules = {

/***/ 6494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   derivedName: () => (/* binding */ derivedName),
/* harmony export */   isCloudName: () => (/* binding */ isCloudName),
/* harmony export */   isSameName: () => (/* binding */ isSameName),
/* harmony export */   nearestNames: () => (/* binding */ nearestNames),
/* harmony export */   withTag: () => (/* binding */ withTag)
/* harmony export */ });
/* harmony import */ var _plan_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7516);
/** Names of models, as Ollama writes them: `host/namespace/model:tag`, of which only the model must be there. */

/** With its tag: one without is `:latest`. */
function withTag(name) {
    return hasTag(name) ? name : `${name}:latest`;
}
function hasTag(name) {
    return name.lastIndexOf(':') > name.lastIndexOf('/');
}
/** Ollama compares names without regard to case. */
function isSameName(a, b) {
    return withTag(a).toLowerCase() === withTag(b).toLowerCase();
}
/** Names of Ollama's own cloud: `gpt-oss:20b-cloud`, `kimi-k2:cloud`. */
function isCloudName(name) {
    return /[:-]cloud$/i.test(name);
}
/**
 * The name of a model made of another one's weights and options of its own, such as `gpt-oss-20b-jarvis-1f2e3d4c5b6a`:
 * the same weights and options give the same name, any others another one.
 * @param hash of the model's digest and the options, hexadecimal
 */
function derivedName(model, hash) {
    return `${derivedPrefix(model)}${hash.slice(0, hashLength)}`;
}
const hashLength = 12;
/** Of the part of a name after its last slash. */
const longest = 80;
function derivedPrefix(model) {
    const [head, tail] = [model.slice(0, model.lastIndexOf('/') + 1), model.slice(model.lastIndexOf('/') + 1)];
    const flat = tail.replace(/:latest$/i, '').replace(':', '-');
    return `${head}${flat.slice(0, longest - hashLength - '-jarvis-'.length)}-jarvis-`;
}
const shown = 5;
/** Up to five of the installed names, the nearest first. */
function nearestNames(wanted, installed) {
    const far = new Map(installed.map((name) => [name, farness(withTag(wanted), withTag(name))]));
    return [...new Set(installed)].toSorted((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0)).slice(0, shown);
}
/** What comes from a server may be long, and needs no exact answer then. */
function farness(one, other) {
    return (0,_plan_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .I)(one.slice(0, 80).toLowerCase(), other.slice(0, 80).toLowerCase());
}


/***/ }),

/***/ 7516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ distance),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The known word nearest to a mistyped one, for "did you mean". */
/** Levenshtein distance by the usual row-wise recurrence. */
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}
/** The nearest of `known` to `word`; undefined when there is none to choose from. */
function nearest(word, known) {
    const plain = (text) => text.toLowerCase().replace(/[_\s]/g, '-');
    return known.toSorted((a, b) => distance(plain(word), plain(a)) - distance(plain(word), plain(b)))[0];
}


/***/ })

};

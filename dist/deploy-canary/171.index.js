export const id = 171;
export const ids = [171];
export const modules = {

/***/ 210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   ZK: () => (/* binding */ latency),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Markdown for step summaries; whatever comes from outside is escaped before it stands there. */
/** Text that cannot become markup, a mention or a table cell's end. */
function plain(text) {
    return text
        .replace(/[\r\n]+/g, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[|`*_[\]\\]/g, '\\$&')
        .replace(/@(?=\w)/g, '@\u200b');
}
/** A table of ready Markdown cells. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
function percent(share) {
    return `${Number((share * 100).toFixed(2))} %`;
}
/** Seconds as milliseconds below one second. */
function latency(seconds) {
    if (seconds === undefined)
        return '–';
    return seconds < 1 ? `${Number((seconds * 1000).toPrecision(2))} ms` : `${Number(seconds.toPrecision(3))} s`;
}


/***/ }),

/***/ 171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   outcomeMarkdown: () => (/* binding */ outcomeMarkdown)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(210);

const signs = {
    promoted: '✅ promoted',
    held: '⏸️ held',
    'rolled-back': '↩️ rolled back',
    refused: '⛔ refused',
    inconclusive: '❔ inconclusive',
    error: '❌ error',
};
/** A heading with the verdict, the reason below it, then the facts, if any, as a table. */
function outcomeMarkdown(action, verdict, reason, facts) {
    const rows = facts.map(([name, value]) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(name), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(value)]);
    const details = rows.length === 0 ? [] : ['', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', ''], rows)];
    return [`## ${signs[verdict]} · ${action}`, '', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(reason), ...details, ''].join('\n');
}


/***/ })

};

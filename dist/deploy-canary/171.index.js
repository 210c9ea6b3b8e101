export const id = 171;
export const ids = [171];
export const modules = {

/***/ 5210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   VH: () => (/* binding */ odds),
/* harmony export */   ZK: () => (/* binding */ latency),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export row */
/** Markdown for step summaries; whatever comes from outside is escaped before it stands there. */
/** Controls, and the marks that turn the order of what follows around so that it reads as something else. */
const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
/** Text that cannot become markup, a formula, a mention or a table cell's end. */
function plain(text) {
    return text
        .replace(unseen, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[|`*_[\]\\#~$]/g, '\\$&')
        .replace(/@(?=\w)/g, '@\u200b');
}
/** A table of ready Markdown cells. */
function table(head, rows) {
    return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
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
/** A count with its thousands marked: `12,345`. */
function count(value) {
    return grouped(Number(value.toFixed(3)));
}
/** Two digits, and no more than a reader takes in: `0.31`, `4.2`, `410`. */
function short(value) {
    return grouped(Number(value.toPrecision(value < 100 ? 2 : 3)));
}
/** As `toLocaleString('en-US')`, which at its first call takes 15 ms to load the tables of all languages. */
function grouped(value) {
    const [whole = '', ...decimals] = String(value).split('.');
    return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}
/** Odds as a reader says them: `118 : 1`. */
function odds(value) {
    if (value >= 1e6)
        return 'over a million : 1';
    return value < 0.01 ? 'under 0.01 : 1' : `${short(value)} : 1`;
}


/***/ }),

/***/ 171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   outcomeMarkdown: () => (/* binding */ outcomeMarkdown)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5210);

const signs = {
    promoted: '✅ promoted',
    held: '⏸️ held',
    'rolled-back': '↩️ rolled back',
    refused: '⛔ refused',
    inconclusive: '❔ inconclusive',
    error: '❌ error',
};
/** A heading with the verdict, the reason below it in one or more paragraphs, then the facts, if any, side by side. */
function outcomeMarkdown(action, verdict, reason, facts) {
    const paragraphs = [reason].flat().flatMap((text) => ['', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(text)]);
    const names = facts.map(([name]) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(name));
    const values = facts.map(([, value]) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(value));
    const details = facts.length === 0 ? [] : ['', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(names, [values])];
    return [`## ${signs[verdict]} · ${action}`, ...paragraphs, ...details, ''].join('\n');
}


/***/ })

};

export const id = 574;
export const ids = [574];
export const modules = {

/***/ 574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ownPrompts: () => (/* binding */ ownPrompts),
/* harmony export */   promptsIn: () => (/* binding */ promptsIn),
/* harmony export */   variedPrompts: () => (/* binding */ variedPrompts)
/* harmony export */ });
/** What the model is asked. Every request begins differently, so that no answer comes from the server's prompt cache. */
/** Short, different in kind, and answerable by any model. */
const ownPrompts = [
    'Explain in a few sentences why a service checks its dependencies before it takes traffic.',
    'List five steps that somebody takes who moves a database to another machine.',
    'Describe the water cycle to a child of ten years.',
    'Write a short, polite answer to a customer whose parcel came late.',
    'What is the difference between a process and a thread?',
];
/**
 * As many as are wanted, the given ones in turn.
 * @param mark unlike that of any other run, since caches outlive a run
 */
function variedPrompts(prompts, count, mark) {
    return Array.from({ length: count }, (_, index) => `[${mark}-${index + 1}] ${prompts[index % prompts.length] ?? ''}`);
}
/** Prompts of a file: a line each, blank ones left out. */
function promptsIn(text) {
    return text
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}


/***/ })

};

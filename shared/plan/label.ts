/** What a version or a service may be called: it becomes a file name, a header and an output. */
export const labelPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/**
 * A model as Ollama names it, `host/namespace/model:tag`, of which only the model must be there. Each part begins with a
 * letter, a digit or an underscore; the host may have a port.
 */
export const modelPattern =
  /^(?:[A-Za-z0-9][\w.-]*(?::\d{1,5})?\/)?(?:[A-Za-z0-9_][\w.-]*\/)?[A-Za-z0-9_][\w.-]{0,79}(?::[A-Za-z0-9_][\w.-]{0,79})?$/;

/** What a version or a service may be called: it becomes a file name, a header and an output. */
export const labelPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

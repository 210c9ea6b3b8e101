/** The one part of undici that the supervisor loads; its package has no types for single files. */
declare module 'undici/lib/dispatcher/pool.js' {
  import { Pool } from 'undici';
  export default Pool;
}

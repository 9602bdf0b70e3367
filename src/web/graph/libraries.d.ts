/** One round of the layout, which its library keeps to itself but for its own worker, whose code the page may not run. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  export default function iterate(settings: object, notes: Float32Array, edges: Float32Array): unknown
}

import type Sigma from 'sigma'

/** @returns where a point of the graph is seen, in CSS pixels of the picture, as the camera stands now */
export function viewOf(sigma: Sigma): DOMMatrix {
  const cameraState = sigma.getCamera().getState()
  const at = (x: number, y: number) => sigma.graphToViewport({ x, y }, { cameraState })
  // A view moves, turns and scales: three points say all of it. They are far apart, so that little is lost to rounding.
  const far = 1000
  const [origin, right, up] = [at(0, 0), at(far, 0), at(0, far)]
  return new DOMMatrix([
    (right.x - origin.x) / far,
    (right.y - origin.y) / far,
    (up.x - origin.x) / far,
    (up.y - origin.y) / far,
    origin.x,
    origin.y,
  ])
}

/** @returns what brings a picture that was drawn for one view to where it belongs in another */
export function movement(from: DOMMatrix, to: DOMMatrix): DOMMatrix {
  return to.multiply(from.inverse())
}

const colours = ['train', 'val', '3', '4', '5', '6'] as const

/** Safe for colour-blind readers, and never alone: each class has a shape of its own too. */
export function classColour(label: number): string {
  return `var(--series-${colours[label % colours.length] ?? 'train'})`
}

/** The outline of a class's marker around the origin, as the `d` of a path: disc, diamond, triangle, square. */
export function classShape(label: number, size: number): string {
  switch (label % 4) {
    case 0:
      return `M${-size} 0a${size} ${size} 0 1 0 ${size * 2} 0a${size} ${size} 0 1 0 ${-size * 2} 0Z`
    case 1:
      return polygon(size * 1.25, [0, 90, 180, 270])
    case 2:
      return polygon(size * 1.35, [90, 210, 330])
    default:
      return polygon(size * 1.25, [45, 135, 225, 315])
  }
}

function polygon(radius: number, degrees: readonly number[]): string {
  const corners = degrees.map(degree => {
    const angle = (degree * Math.PI) / 180
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(-radius * Math.sin(angle)).toFixed(2)}`
  })
  return `M${corners.join('L')}Z`
}

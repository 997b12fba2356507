const MODULES = 29;
const SIZE = 228;

/** A drawing that looks like a QR code and links nothing. */
export function qrCode(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', 'Scan this QR code to link a device!');
  const brush = canvas.getContext('2d');
  if (!brush) return canvas;
  const unit = SIZE / MODULES;
  const square = (x: number, y: number, size: number, colour: string): void => {
    brush.fillStyle = colour;
    brush.fillRect(x * unit, y * unit, size * unit, size * unit);
  };
  square(0, 0, MODULES, '#fff');
  for (let x = 0; x < MODULES; x++) {
    for (let y = 0; y < MODULES; y++)
      if ((Math.sin(x * 12.9 + y * 78.2) * 43758) % 1 > 0.1) square(x, y, 1, '#122');
  }
  for (const [x, y] of [
    [0, 0],
    [MODULES - 7, 0],
    [0, MODULES - 7],
  ] as const) {
    square(x, y, 7, '#122');
    square(x + 1, y + 1, 5, '#fff');
    square(x + 2, y + 2, 3, '#122');
  }
  return canvas;
}

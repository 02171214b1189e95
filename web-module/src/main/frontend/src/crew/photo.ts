/** The most that the server takes. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS_A_SIDE = 4096;

/**
 * A photo as it is sent: the camera's file, which tells the time and the place, unless that is larger than the server
 * takes; then a smaller picture of it.
 */
export async function asSent(file: File): Promise<{ type: string; bytes: ArrayBuffer; fileName: string }> {
  const fileName = file.name.slice(-120) || 'photo.jpg';
  if (file.size <= MOST_BYTES) return { type: file.type || 'image/jpeg', bytes: await file.arrayBuffer(), fileName };
  const smaller = await shrink(file);
  return { type: 'image/jpeg', bytes: await smaller.arrayBuffer(), fileName: fileName.replace(/\.\w+$/, '.jpg') };
}

async function shrink(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, MOST_PIXELS_A_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture cannot be read.'))), 'image/jpeg', 0.85),
  );
}

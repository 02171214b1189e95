package com.contractorportal.photo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The outline of a WebP file (RFC 9649): read by hand, as the libraries believe what the file says
 * of its lengths and allocate accordingly.
 */
final class WebpFile {

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int LOSSY = 0x20385056; // "VP8 "
  private static final int LOSSLESS = 0x4c385056; // "VP8L"
  private static final int EXTENDED = 0x58385056; // "VP8X"
  private static final int SIDE = 0x3fff;

  private WebpFile() {}

  /**
   * The pixels of the picture.
   *
   * @throws PhotoIsBroken if the file is shorter than it says, or holds no still picture
   */
  static long pixels(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long end = unsigned(at(file, 4, 4).getInt()) + CHUNK_HEADER;
      if (end > file.length()) {
        throw new PhotoIsBroken();
      }
      long canvas = 0;
      for (long chunk = RIFF_HEADER; chunk + CHUNK_HEADER <= end; ) {
        ByteBuffer header = at(file, chunk, CHUNK_HEADER);
        int kind = header.getInt();
        long length = unsigned(header.getInt());
        long body = chunk + CHUNK_HEADER;
        if (body + length > end) {
          throw new PhotoIsBroken();
        }
        if (kind == EXTENDED) {
          ByteBuffer sides = at(file, body + 4, 6);
          canvas = (1L + threeBytes(sides)) * (1L + threeBytes(sides));
        } else if (kind == LOSSY) {
          ByteBuffer frame = at(file, body + 6, 4);
          long pixels = (long) (frame.getShort() & SIDE) * (frame.getShort() & SIDE);
          return Math.max(canvas, pixels);
        } else if (kind == LOSSLESS) {
          int sides = at(file, body + 1, 4).getInt();
          long pixels = (1L + (sides & SIDE)) * (1L + (sides >>> 14 & SIDE));
          return Math.max(canvas, pixels);
        }
        chunk = body + length + (length & 1);
      }
      throw new PhotoIsBroken();
    }
  }

  private static ByteBuffer at(RandomAccessFile file, long position, int count) throws IOException {
    if (position + count > file.length()) {
      throw new PhotoIsBroken();
    }
    byte[] bytes = new byte[count];
    file.seek(position);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long unsigned(int value) {
    return value & 0xffff_ffffL;
  }

  private static int threeBytes(ByteBuffer bytes) {
    return bytes.get() & 0xff | (bytes.get() & 0xff) << 8 | (bytes.get() & 0xff) << 16;
  }
}

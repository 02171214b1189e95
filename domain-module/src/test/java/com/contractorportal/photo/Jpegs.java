package com.contractorportal.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** JPEG files as cameras write them. */
final class Jpegs {

  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  private Jpegs() {}

  /**
   * The picture, taken at 44.26 N 72.575 W on 5 January 2026 at 06:30 by the camera's clock (Exif
   * 2.3: big-endian TIFF in an APP1 segment).
   */
  static byte[] withExif(byte[] jpeg, int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(512);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    // IFD0 at 8: orientation, Exif and GPS directories.
    tiff.putShort((short) 3);
    entry(tiff, 0x0112, SHORT, 1, orientation << 16);
    entry(tiff, 0x8769, LONG, 1, 60);
    entry(tiff, 0x8825, LONG, 1, 110);
    tiff.putInt(0);
    // Exif at 60: when.
    tiff.position(60);
    tiff.putShort((short) 1);
    entry(tiff, 0x9003, ASCII, 20, 84);
    tiff.putInt(0);
    tiff.position(84);
    tiff.put("2026:01:05 06:30:00\0".getBytes(StandardCharsets.US_ASCII));
    // GPS at 110: where, in degrees, minutes and seconds.
    tiff.position(110);
    tiff.putShort((short) 4);
    entry(tiff, 1, ASCII, 2, 'N' << 24);
    entry(tiff, 2, RATIONAL, 3, 170);
    entry(tiff, 3, ASCII, 2, 'W' << 24);
    entry(tiff, 4, RATIONAL, 3, 194);
    tiff.putInt(0);
    tiff.position(170);
    rationals(tiff, 44, 15, 36);
    rationals(tiff, 72, 34, 30);
    byte[] body = new byte[218];
    tiff.rewind();
    tiff.get(body);

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int length = 2 + 6 + body.length;
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
    out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(body);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static void rationals(ByteBuffer tiff, int... values) {
    for (int value : values) {
      tiff.putInt(value).putInt(1);
    }
  }
}

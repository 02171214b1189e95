package com.contractorportal.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DarkroomTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** 48 by 32 pixels, red at the upper left and blue at the lower right; of Chromium. */
  private static final String WEBP =
      "UklGRl4CAABXRUJQVlA4WAoAAAAgAAAALwAAHwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggcAAAAPADAJ0BKjAAIAA+0WKqUKglI6KlaAEAGglqAKwvgaj4WQBJDUUf6YAA/u0eTbmjaCbKAzf/m83+D3+qPNXkQhDVCZio9VdEUwb/dFy+8Rj/axxSDTrwBtOguT2WuyMQHs9sopz8pwpFFEBcyQuYAAA=";

  private final Darkroom darkroom = new Darkroom();
  private final ByteArrayOutputStream large = new ByteArrayOutputStream();
  private final ByteArrayOutputStream small = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @Test
  void position_and_time_are_read_and_are_not_in_what_is_kept() throws Exception {
    byte[] sent = Jpegs.withExif(picture("jpeg", 60, 40), 1);

    Developed developed = develop(sent);

    assertThat(developed.shot().latitude().orElseThrow().doubleValue())
        .isCloseTo(44.26, within(1e-6));
    assertThat(developed.shot().longitude().orElseThrow().doubleValue())
        .isCloseTo(-72.575, within(1e-6));
    assertThat(developed.shot().takenAt()).contains(Instant.parse("2026-01-05T11:30:00Z"));
    assertThat(
            JpegMetadataReader.readMetadata(new ByteArrayInputStream(sent))
                .getFirstDirectoryOfType(GpsDirectory.class))
        .as("what was sent")
        .isNotNull();
    for (byte[] kept : new byte[][] {large.toByteArray(), small.toByteArray()}) {
      assertThat(
              JpegMetadataReader.readMetadata(new ByteArrayInputStream(kept))
                  .getDirectoriesOfType(ExifDirectoryBase.class))
          .isEmpty();
      assertThat(new String(kept, StandardCharsets.ISO_8859_1))
          .doesNotContain("Exif", "2026:01:05");
    }
    assertThat(developed.byteCount()).isEqualTo(large.size());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 60, 40, LEFT_TOP",
    "2, 60, 40, RIGHT_TOP",
    "3, 60, 40, RIGHT_BOTTOM",
    "4, 60, 40, LEFT_BOTTOM",
    "5, 40, 60, LEFT_TOP",
    "6, 40, 60, RIGHT_TOP",
    "7, 40, 60, RIGHT_BOTTOM",
    "8, 40, 60, LEFT_BOTTOM",
  })
  void a_picture_is_turned_as_it_was_held(int orientation, int width, int height, String red)
      throws Exception {
    Developed developed = develop(Jpegs.withExif(picture("jpeg", 60, 40), orientation));

    BufferedImage kept = read(large);
    assertThat(kept.getWidth()).isEqualTo(width).isEqualTo(developed.width());
    assertThat(kept.getHeight()).isEqualTo(height).isEqualTo(developed.height());
    int x = red.startsWith("LEFT") ? 5 : width - 6;
    int y = red.endsWith("TOP") ? 5 : height - 6;
    Color corner = new Color(kept.getRGB(x, y));
    assertThat(corner.getRed()).as("the corner that was red: " + corner).isGreaterThan(200);
    assertThat(corner.getBlue()).isLessThan(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png"})
  void a_large_picture_is_made_smaller_and_its_thumbnail_small(String format) throws Exception {
    develop(picture(format, 5000, 1000));

    assertThat(read(large).getWidth()).isLessThanOrEqualTo(Darkroom.LONGEST_SIDE);
    assertThat(read(small).getWidth()).isEqualTo(Darkroom.LONGEST_SIDE_SMALL);
    assertThat(read(small).getHeight()).isEqualTo(64);
  }

  @Test
  void webp_is_read() throws Exception {
    develop(Base64.getDecoder().decode(WEBP));

    assertThat(read(large).getWidth()).isEqualTo(48);
    assertThat(new Color(read(large).getRGB(0, 0)).getRed()).isGreaterThan(200);
  }

  @Test
  void webp_that_says_more_of_itself_than_there_is_is_broken() {
    byte[] sent = Base64.getDecoder().decode(WEBP);
    sent[7] = 0x7f; // The file's length.
    assertThatThrownBy(() -> develop(sent)).isInstanceOf(PhotoIsBroken.class);

    byte[] vast = Base64.getDecoder().decode(WEBP);
    vast[26] = (byte) 0xff; // The canvas's width and height.
    vast[29] = (byte) 0xff;
    vast[25] = (byte) 0xff;
    vast[28] = (byte) 0xff;
    assertThatThrownBy(() -> develop(vast)).isInstanceOf(PhotoTooLarge.class);
  }

  @Test
  void a_bomb_is_refused_before_it_goes_off() throws Exception {
    byte[] bomb = pngOf(30_000, 30_000);
    assertThat(bomb.length).isLessThan(3_000_000);

    assertThatThrownBy(() -> develop(bomb))
        .isInstanceOf(PhotoTooLarge.class)
        .hasMessageContaining("megapixels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png"})
  void a_picture_that_is_cut_off_is_broken(String format) throws Exception {
    byte[] whole = picture(format, 200, 150);

    assertThatThrownBy(() -> develop(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(PhotoIsBroken.class);
    assertThatThrownBy(() -> develop(Arrays.copyOf(whole, 20))).isInstanceOf(PhotoIsBroken.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "heix", "mif1"})
  void heic_is_refused_with_advice(String brand) {
    byte[] sent = ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> develop(sent))
        .isInstanceOf(NotAPhoto.class)
        .hasMessageContaining("Most Compatible");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GIF89a", "<svg onload=alert(1)>", "%PDF-1.7", "RIFF    WAVE"})
  void other_files_are_refused(String content) {
    assertThatThrownBy(() -> develop(content.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(NotAPhoto.class)
        .hasMessageContaining("JPEG, PNG or WebP");
  }

  @Test
  void nothing_but_the_picture_is_left_of_a_file_that_is_something_else_too() throws Exception {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    sent.write(picture("jpeg", 60, 40));
    sent.write(
        "<script>alert(document.domain)</script>PK\u0003\u0004"
            .getBytes(StandardCharsets.ISO_8859_1));

    develop(sent.toByteArray());

    assertThat(large.toString(StandardCharsets.ISO_8859_1))
        .doesNotContain("script", "PK\u0003\u0004");
  }

  private Developed develop(byte[] sent) throws IOException {
    Path file = Files.write(folder.resolve("sent"), sent);
    return darkroom.develop(file, NEW_YORK, large, small);
  }

  private static BufferedImage read(ByteArrayOutputStream kept) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(kept.toByteArray()));
  }

  /** Blue, with a red upper left quarter. */
  private static byte[] picture(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = image.createGraphics();
    brush.setColor(Color.BLUE);
    brush.fillRect(0, 0, width, height);
    brush.setColor(Color.RED);
    brush.fillRect(0, 0, width / 2, height / 2);
    brush.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /** All of one colour, without ever having its pixels. */
  private static byte[] pngOf(int width, int height) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
      byte[] row = new byte[width + 1];
      for (int y = 0; y < height; y++) {
        rows.write(row);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 0, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] body)
      throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    byte[] kind = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(kind);
    crc.update(body);
    data.writeInt(body.length);
    data.write(kind);
    data.write(body);
    data.writeInt((int) crc.getValue());
  }
}

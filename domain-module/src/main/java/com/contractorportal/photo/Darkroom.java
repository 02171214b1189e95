package com.contractorportal.photo;

import com.contractorportal.rule.Overloaded;
import com.contractorportal.rule.RuleViolation;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes of what a camera, or anybody, sent a picture that can be shown to others. What is kept is
 * painted anew from the pixels: upright, without position, time or anything else that came along in
 * the file, and nothing but a JPEG picture whatever else the file was too.
 *
 * <p>The size is read before any pixel is, and large pictures are read in steps, so that no file,
 * however made, takes more memory than a few large photos. Few are developed at a time.
 */
@ApplicationScoped
class Darkroom {

  static final String MEDIA_TYPE = "image/jpeg";

  /** The longest side of what is kept: enough to see how a walk was cleared. */
  static final int LONGEST_SIDE = 4096;

  static final int LONGEST_SIDE_SMALL = 320;

  /** What today's phones take at most. */
  static final long MOST_PIXELS = 51_000_000;

  /** WebP is decoded whole before it is made smaller, and takes twenty bytes a pixel meanwhile. */
  static final long MOST_PIXELS_WEBP = 6_000_000;

  private static final int AT_A_TIME = 2;
  private static final int PATIENCE_SECONDS = 20;
  private static final float QUALITY = 0.85f;
  private static final int HEAD_BYTES = 32;
  private static final int DECIMALS = 6;
  private static final int HALF_CIRCLE = 180;

  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  /** The kinds of pictures that are taken, by how their files begin. */
  enum Format {
    JPEG,
    PNG,
    WEBP;

    /**
     * @throws NotAPhoto if the file begins like none of them
     */
    static Format of(byte[] head) {
      String text = new String(head, StandardCharsets.ISO_8859_1);
      if (text.startsWith("\u00ff\u00d8\u00ff")) {
        return JPEG;
      }
      if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
        return PNG;
      }
      if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
        return WEBP;
      }
      if (text.startsWith("ftyp", 4)
          && text.substring(8).matches("(?s)(heic|heix|hevc|hevx|heim|heis|mif1|msf1).*")) {
        throw NotAPhoto.heic();
      }
      throw NotAPhoto.other();
    }
  }

  /**
   * Develops a picture.
   *
   * @param sent the file as it came
   * @param zone in which the camera's clock is taken to run, if it does not say
   * @param large where the picture goes
   * @param small where a small one goes
   * @throws NotAPhoto if it is no JPEG, PNG or WebP
   * @throws PhotoTooLarge if it has too many pixels
   * @throws PhotoIsBroken if it cannot be read whole
   * @throws Overloaded if too many are being developed
   */
  Developed develop(Path sent, ZoneId zone, OutputStream large, OutputStream small)
      throws IOException {
    Format format;
    try (InputStream in = Files.newInputStream(sent)) {
      format = Format.of(in.readNBytes(HEAD_BYTES));
    }
    checkSize(format, sent);
    Shot shot = shot(format, sent, zone);
    enter();
    try {
      BufferedImage picture = upright(read(format, sent), shot.orientation());
      Counting counted = new Counting(large);
      write(picture, counted);
      write(smaller(picture), small);
      return new Developed(picture.getWidth(), picture.getHeight(), counted.bytes, shot);
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Overloaded();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Overloaded();
    }
  }

  /** What the camera wrote, as far as it makes sense; a picture without it is none the worse. */
  private static Shot shot(Format format, Path file, ZoneId zone) {
    Metadata metadata = metadata(format, file);
    Optional<GeoLocation> place =
        Optional.ofNullable(metadata.getFirstDirectoryOfType(GpsDirectory.class))
            .map(GpsDirectory::getGeoLocation)
            .filter(Darkroom::isOnEarth);
    Optional<Instant> taken =
        Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class))
            .map(exif -> exif.getDateOriginal(TimeZone.getTimeZone(zone)))
            .map(Date::toInstant)
            .filter(
                at -> at.isAfter(Instant.EPOCH) && at.isBefore(Instant.now().plusSeconds(86_400)));
    return new Shot(
        orientation(metadata),
        taken,
        place.map(at -> degrees(at.getLatitude())),
        place.map(at -> degrees(at.getLongitude())));
  }

  /** Exif alone, of JPEG and WebP: packed texts of PNG could be of any size when unpacked. */
  private static Metadata metadata(Format format, Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return switch (format) {
        case JPEG -> JpegMetadataReader.readMetadata(in, List.of(new ExifReader()));
        case WEBP -> WebpMetadataReader.readMetadata(in);
        case PNG -> new Metadata();
      };
    } catch (IOException | ImageProcessingException | RuntimeException unreadable) {
      return new Metadata();
    }
  }

  private static int orientation(Metadata metadata) {
    ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    try {
      int said =
          exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
              ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
              : 1;
      return said >= 1 && said <= 8 ? said : 1;
    } catch (MetadataException noNumber) {
      return 1;
    }
  }

  /** Cameras without a fix write zeros. */
  private static boolean isOnEarth(GeoLocation place) {
    return !place.isZero()
        && Math.abs(place.getLatitude()) <= HALF_CIRCLE / 2.0
        && Math.abs(place.getLongitude()) <= HALF_CIRCLE;
  }

  private static BigDecimal degrees(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** Before anything that allocates by what a file says of itself. */
  private static void checkSize(Format format, Path file) throws IOException {
    long most = MOST_PIXELS;
    long pixels;
    if (format == Format.WEBP) {
      most = MOST_PIXELS_WEBP;
      pixels = WebpFile.pixels(file);
    } else {
      ImageReader reader = reader(format);
      try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
        reader.setInput(in, true, true);
        pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      } catch (IOException | RuntimeException broken) {
        throw new PhotoIsBroken();
      } finally {
        reader.dispose();
      }
    }
    if (pixels > most) {
      throw PhotoTooLarge.pixels(most);
    }
  }

  private static BufferedImage read(Format format, Path file) throws IOException {
    ImageReader reader = reader(format);
    AtomicBoolean cutOff = new AtomicBoolean();
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener(
          (source, warning) -> {
            if (warning.contains("Premature end") || warning.contains("EOI")) {
              cutOff.set(true);
            }
          });
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      int step = (Math.max(width, height) + LONGEST_SIDE - 1) / LONGEST_SIDE;
      ImageReadParam how = reader.getDefaultReadParam();
      how.setSourceSubsampling(step, step, 0, 0);
      BufferedImage picture = reader.read(0, how);
      if (cutOff.get()) {
        throw new PhotoIsBroken();
      }
      return opaque(picture);
    } catch (RuleViolation refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // Decoders throw anything at files that are not what they say.
      throw new PhotoIsBroken();
    } finally {
      reader.dispose();
    }
  }

  /** Ours by name: which ones a server's class loaders find is nobody's business. */
  private static ImageReader reader(Format format) throws IOException {
    return switch (format) {
      case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
      case PNG -> ImageIO.getImageReadersByFormatName("png").next();
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
    };
  }

  private static BufferedImage opaque(BufferedImage picture) {
    if (picture.getType() == BufferedImage.TYPE_INT_RGB
        || picture.getType() == BufferedImage.TYPE_3BYTE_BGR) {
      return picture;
    }
    return painted(picture, picture.getWidth(), picture.getHeight(), new AffineTransform());
  }

  /** Turned and mirrored as Exif's table of orientations says. */
  private static BufferedImage upright(BufferedImage picture, int orientation) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> new AffineTransform();
        };
    if (turn.isIdentity()) {
      return picture;
    }
    return orientation >= 5
        ? painted(picture, height, width, turn)
        : painted(picture, width, height, turn);
  }

  private static BufferedImage smaller(BufferedImage picture) {
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    if (longest <= LONGEST_SIDE_SMALL) {
      return picture;
    }
    // By halves first: one step would leave out most pixels.
    BufferedImage half = picture;
    while (Math.max(half.getWidth(), half.getHeight()) > 2 * LONGEST_SIDE_SMALL) {
      half = scaled(half, (half.getWidth() + 1) / 2, (half.getHeight() + 1) / 2);
    }
    double scale = (double) LONGEST_SIDE_SMALL / Math.max(half.getWidth(), half.getHeight());
    return scaled(
        half,
        Math.max(1, (int) Math.round(half.getWidth() * scale)),
        Math.max(1, (int) Math.round(half.getHeight() * scale)));
  }

  private static BufferedImage scaled(BufferedImage picture, int width, int height) {
    return painted(
        picture,
        width,
        height,
        AffineTransform.getScaleInstance(
            (double) width / picture.getWidth(), (double) height / picture.getHeight()));
  }

  private static BufferedImage painted(
      BufferedImage picture, int width, int height, AffineTransform how) {
    BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = paper.createGraphics();
    try {
      brush.setColor(Color.WHITE);
      brush.fillRect(0, 0, width, height);
      brush.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      brush.drawImage(picture, how, null);
    } finally {
      brush.dispose();
    }
    return paper;
  }

  private static void write(BufferedImage picture, OutputStream out) throws IOException {
    ImageWriter writer =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(picture), "jpeg").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(picture, null, null), how);
      stream.flush();
    } finally {
      writer.dispose();
    }
  }

  /** Knows how much went through. */
  private static final class Counting extends OutputStream {

    private final OutputStream out;
    private long bytes;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int single) throws IOException {
      out.write(single);
      bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      out.write(buffer, offset, length);
      bytes += length;
    }
  }
}

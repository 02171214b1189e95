package com.contractorportal.photo;

import com.contractorportal.customer.CustomerService;
import com.contractorportal.feature.Feature;
import com.contractorportal.feature.FeatureIsOff;
import com.contractorportal.feature.Features;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.photo.PhotoStore.Draft;
import com.contractorportal.plan.PlanLimitReached;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.Overloaded;
import com.contractorportal.rule.StoreUnavailable;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Photos of work logs. Who sees the log sees its photos. Has no transaction of its own: receiving
 * and developing a picture holds no connection.
 */
@ApplicationScoped
public class PhotoService {

  /** The largest file that is taken, in bytes. */
  public static final long MOST_BYTES = 10L * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(PhotoService.class.getName());
  private static final int BUFFER_BYTES = 16 * 1024;

  @Inject private PhotoAlbum album;
  @Inject private Features features;
  @Inject private PhotoStore store;
  @Inject private Darkroom darkroom;
  @Inject private CustomerService customers;

  /** The photos of a log, in the order in which they came. */
  public List<PhotoView> list(UUID logId) {
    return album.list(logId);
  }

  /**
   * One page of the photos of all logs of a property, by {@code createdAt}; the office's.
   *
   * @throws NotFound if there is no such property
   */
  public Page<PhotoView> at(UUID propertyId, PageRequest request) {
    return album.at(propertyId, request);
  }

  /**
   * Adds a photo to a log, once for one request key, and one file once.
   *
   * @param name what the file is called
   * @param content the file
   * @param key makes the request's key of the file's digest
   * @throws FeatureIsOff if the customer does not have photos
   * @throws NotFound if there is no such log, or none that the acting person may see
   * @throws PhotosAreFinal if the log takes no more photos, at all or from this person
   * @throws TooManyPhotos if it has as many as it may have
   * @throws PlanLimitReached if the customer's plan allows no more storage
   * @throws NotAPhoto if the file is no JPEG, PNG or WebP
   * @throws PhotoTooLarge if it has too many bytes or pixels
   * @throws PhotoIsBroken if it cannot be read whole
   * @throws StoreUnavailable if it cannot be stored at present
   * @throws Overloaded if too many photos come at once
   */
  public PhotoView add(
      UUID logId, String name, InputStream content, Function<String, Optional<RequestKey>> key)
      throws IOException {
    features.require(Feature.WORK_PHOTOS);
    album.checkTakesPhotos(logId);
    ZoneId zone = ZoneId.of(customers.get(CurrentCustomer.require()).timeZone());
    try (Draft sent = inStore(store::draft);
        Draft large = inStore(store::draft);
        Draft small = inStore(store::draft)) {
      String sha256 = receive(content, sent);
      Developed picture;
      try (OutputStream largeOut = large.out();
          OutputStream smallOut = small.out()) {
        picture = darkroom.develop(sent.path(), zone, largeOut, smallOut);
      }
      inStore(
          () -> {
            large.seal();
            small.seal();
            return picture;
          });
      return album.add(logId, name, sha256, picture, key.apply(sha256), large, small);
    }
  }

  /**
   * Removes a photo.
   *
   * @throws NotFound if the log has none such, or the acting person may not see it
   * @throws PhotosAreFinal if it has to stay
   */
  public void remove(UUID logId, UUID photoId) {
    album.remove(logId, photoId);
    try {
      store.remove(photoId);
    } catch (IOException failure) {
      // Nobody can ask for it any more.
      LOG.log(Level.WARNING, "A removed photo's file stays", failure);
    }
  }

  /** Takes a file whole before anybody looks at it, and no more of it than may come. */
  private static String receive(InputStream content, Draft draft) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(inStore(draft::out), digest)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long bytes = 0;
      for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
        bytes += count;
        if (bytes > MOST_BYTES) {
          throw PhotoTooLarge.bytes(MOST_BYTES);
        }
        int some = count;
        inStore(
            () -> {
              out.write(buffer, 0, some);
              return some;
            });
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private interface StoreWork<T> {
    T run() throws IOException;
  }

  /** What the disk refuses is the store's failure, not the client's. */
  private static <T> T inStore(StoreWork<T> work) {
    try {
      return work.run();
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "A photo cannot be stored: {0}", failure.toString());
      throw new StoreUnavailable();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}

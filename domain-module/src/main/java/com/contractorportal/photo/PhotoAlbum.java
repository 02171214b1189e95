package com.contractorportal.photo;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.feed.Feed;
import com.contractorportal.feed.FeedKind;
import com.contractorportal.file.FileSource;
import com.contractorportal.file.OfferedFile;
import com.contractorportal.file.TicketKind;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.photo.PhotoStore.Draft;
import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Limits;
import com.contractorportal.plan.Room;
import com.contractorportal.property.PropertyService;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StoreUnavailable;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.Role;
import com.contractorportal.worklog.WorkLogService;
import com.contractorportal.worklog.WorkLogStatus;
import com.contractorportal.worklog.WorkLogView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is known of photos; each method is one transaction. */
@ApplicationScoped
@Transactional
class PhotoAlbum implements FileSource {

  static final int MOST_OF_A_LOG = 20;

  private static final Logger LOG = Logger.getLogger(PhotoAlbum.class.getName());
  private static final String ENTITY = "photo";

  @Inject private PhotoRepository photos;
  @Inject private PhotoStore store;
  @Inject private WorkLogService logs;
  @Inject private PropertyService properties;
  @Inject private AuditTrail audit;
  @Inject private Feed feed;
  @Inject private Idempotency idempotency;
  @Inject private Limits limits;

  List<PhotoView> list(UUID logId) {
    logs.get(logId);
    return photos.ofLog(logId).stream().map(LogPhoto::view).toList();
  }

  Page<PhotoView> at(UUID propertyId, PageRequest request) {
    properties.get(propertyId);
    return photos.pageAt(propertyId, request).map(LogPhoto::view);
  }

  /** Whoever sees the log may add to it, as long as the office has not approved it. */
  WorkLogView checkTakesPhotos(UUID logId) {
    return checkTakesPhotos(logs.get(logId));
  }

  private static WorkLogView checkTakesPhotos(WorkLogView log) {
    if (log.status() == WorkLogStatus.APPROVED) {
      throw new PhotosAreFinal(
          "This log is approved, and so are its photos. Correct it by a new log that names it.");
    }
    return log;
  }

  /** The pictures move into place last: what fails before leaves nothing behind. */
  PhotoView add(
      UUID logId,
      String name,
      String sha256,
      Developed picture,
      Optional<RequestKey> key,
      Draft large,
      Draft small) {
    Room room = limits.hold(Limit.STORAGE_BYTES);
    WorkLogView log = checkTakesPhotos(logs.hold(logId));
    UUID id =
        idempotency.once(
            key,
            () -> {
              List<LogPhoto> there = photos.ofLog(logId);
              Optional<LogPhoto> same =
                  there.stream().filter(photo -> photo.view().sha256().equals(sha256)).findFirst();
              return same.isPresent()
                  ? same.get().id()
                  : addNew(log, there.size(), room, name, sha256, picture, large, small);
            });
    return find(logId, id).view();
  }

  private UUID addNew(
      WorkLogView log,
      int there,
      Room room,
      String name,
      String sha256,
      Developed picture,
      Draft large,
      Draft small) {
    if (there >= MOST_OF_A_LOG) {
      throw new TooManyPhotos(MOST_OF_A_LOG);
    }
    room.require(picture.byteCount());
    LogPhoto photo =
        new LogPhoto(
            log.id(), name, sha256, picture, CurrentCustomer.actor().accountId().orElseThrow());
    photos.add(photo);
    photos.flush();
    audit.created(ENTITY, photo.id(), photo.view());
    feed.changed(FeedKind.WORK_LOG, Optional.of(log.eventId()), log.id());
    try {
      store.publish(photo.id(), large, small);
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "A photo cannot be stored: {0}", failure.toString());
      throw new StoreUnavailable();
    }
    return photo.id();
  }

  /** A contractor removes their own, while the work is under way; the office until it approves. */
  void remove(UUID logId, UUID photoId) {
    WorkLogView log = checkTakesPhotos(logs.hold(logId));
    LogPhoto photo = find(logId, photoId);
    boolean isContractor = CurrentCustomer.actor().is(Role.CONTRACTOR);
    boolean isOwn = photo.isBy(CurrentCustomer.actor().accountId().orElseThrow());
    if (isContractor && !(isOwn && log.status() == WorkLogStatus.OPEN)) {
      throw new PhotosAreFinal(
          "You may remove photos of yours while the log is open. Ask the office to remove this one.");
    }
    photos.remove(photo);
    photos.flush();
    audit.deleted(ENTITY, photoId, photo.view());
    feed.changed(FeedKind.WORK_LOG, Optional.of(log.eventId()), logId);
  }

  @Override
  public boolean has(TicketKind kind) {
    return kind == TicketKind.PHOTO || kind == TicketKind.THUMBNAIL;
  }

  @Override
  public OfferedFile look(TicketKind kind, UUID id) {
    LogPhoto photo = seen(id);
    boolean small = kind == TicketKind.THUMBNAIL;
    try {
      Path file = store.file(id, small);
      return new OfferedFile(
          jpegName(photo.name()),
          Darkroom.MEDIA_TYPE,
          OptionalLong.of(Files.size(file)),
          Optional.empty(),
          (out, from, count) -> Files.copy(file, out));
    } catch (NoSuchFileException lost) {
      LOG.log(Level.SEVERE, "The store has lost {0}", lost.getFile());
      throw new NotFound(ENTITY);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whoever sees the log sees the photo. */
  private LogPhoto seen(UUID id) {
    LogPhoto photo = photos.find(id).orElseThrow(() -> new NotFound(ENTITY));
    try {
      logs.get(photo.logId());
    } catch (NotFound notForThem) {
      throw new NotFound(ENTITY);
    }
    return photo;
  }

  private LogPhoto find(UUID logId, UUID photoId) {
    return photos
        .find(photoId)
        .filter(photo -> photo.logId().equals(logId))
        .orElseThrow(() -> new NotFound(ENTITY));
  }

  private static String jpegName(String name) {
    return name.replaceFirst("\\.\\w{1,5}$", "") + ".jpg";
  }
}

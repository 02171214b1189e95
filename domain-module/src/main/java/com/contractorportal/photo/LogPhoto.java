package com.contractorportal.photo;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A photo of a work log: what is known of it. The picture is in the store under its id. */
@Entity
@Table(name = "log_photo")
class LogPhoto extends CustomerOwned {

  @Column(name = "log_id")
  private UUID logId;

  private String name;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "byte_count")
  private long byteCount;

  private String sha256;
  private int width;
  private int height;

  @Column(name = "taken_at")
  private Instant takenAt;

  private BigDecimal latitude;
  private BigDecimal longitude;

  @Column(name = "added_by")
  private UUID addedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  protected LogPhoto() {}

  LogPhoto(UUID logId, String name, String sha256, Developed picture, UUID addedBy) {
    this.logId = logId;
    this.name = name;
    this.sha256 = sha256;
    this.mediaType = Darkroom.MEDIA_TYPE;
    this.byteCount = picture.byteCount();
    this.width = picture.width();
    this.height = picture.height();
    this.takenAt = picture.shot().takenAt().orElse(null);
    this.latitude = picture.shot().latitude().orElse(null);
    this.longitude = picture.shot().longitude().orElse(null);
    this.addedBy = addedBy;
    this.createdAt = Now.instant();
  }

  UUID logId() {
    return logId;
  }

  Instant createdAt() {
    return createdAt;
  }

  String name() {
    return name;
  }

  boolean isBy(UUID account) {
    return addedBy.equals(account);
  }

  PhotoView view() {
    return new PhotoView(
        id(),
        logId,
        name,
        mediaType,
        byteCount,
        sha256,
        width,
        height,
        Optional.ofNullable(takenAt),
        Optional.ofNullable(latitude),
        Optional.ofNullable(longitude),
        createdAt);
  }
}

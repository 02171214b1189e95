package com.contractorportal.photo;

import com.contractorportal.rule.Conflict;

/** A work log has as many photos as it may have. */
public final class TooManyPhotos extends Conflict {

  private static final long serialVersionUID = 1L;

  TooManyPhotos(int most) {
    super("too-many-photos", "A work log has at most %d photos. Remove one first.", most);
  }
}

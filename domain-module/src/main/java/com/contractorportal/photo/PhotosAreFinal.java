package com.contractorportal.photo;

import com.contractorportal.rule.Conflict;

/** The photos of this log stay as they are. */
public final class PhotosAreFinal extends Conflict {

  private static final long serialVersionUID = 1L;

  PhotosAreFinal(String why) {
    super("photos-are-final", why);
  }
}

package com.contractorportal.photo;

import com.contractorportal.rule.Conflict;
import com.contractorportal.rule.English;

/** The photos of this log stay as they are. */
public final class PhotosAreFinal extends Conflict {

  private static final long serialVersionUID = 1L;

  PhotosAreFinal(@English String sentence) {
    super("photos-are-final", sentence);
  }
}

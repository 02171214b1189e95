package com.contractorportal.photo;

import com.contractorportal.rule.English;
import com.contractorportal.rule.RuleViolation;

/** What was sent is no picture that the portal takes, whatever it is called. */
public final class NotAPhoto extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private NotAPhoto(@English String sentence) {
    super("unsupported-media-type", sentence);
  }

  static NotAPhoto heic() {
    return new NotAPhoto(
        "HEIC photos cannot be shown by browsers. Set the camera to JPEG (iPhone: Settings, Camera,"
            + " Formats, Most Compatible), or send the photo as JPEG.");
  }

  static NotAPhoto other() {
    return new NotAPhoto("Send a photo as JPEG, PNG or WebP.");
  }
}

package com.contractorportal.photo;

import com.contractorportal.rule.English;
import com.contractorportal.rule.RuleViolation;

/** A picture has more bytes or pixels than the portal takes. */
public final class PhotoTooLarge extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private PhotoTooLarge(@English String sentence, long most) {
    super("too-large", sentence, most);
  }

  static PhotoTooLarge bytes(long most) {
    return new PhotoTooLarge("A photo has at most %d MB.", most / (1024 * 1024));
  }

  static PhotoTooLarge pixels(long most) {
    return new PhotoTooLarge("Such a photo has at most %d megapixels.", most / 1_000_000);
  }
}

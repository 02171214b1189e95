package com.contractorportal.property;

import com.contractorportal.housekeeping.CustomerChore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Properties that were deleted so long ago that nobody can restore them. */
@ApplicationScoped
class DeletedProperties implements CustomerChore {

  @Inject private PropertyService properties;

  @Override
  public String things() {
    return "deleted properties";
  }

  @Override
  public Duration kept() {
    return properties.undo();
  }

  @Override
  public int removeSome(Instant before, int most) {
    return properties.erase(before, most);
  }
}

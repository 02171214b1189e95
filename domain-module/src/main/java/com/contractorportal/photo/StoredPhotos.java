package com.contractorportal.photo;

import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Meter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** How much room a customer's photos take. */
@ApplicationScoped
class StoredPhotos implements Meter {

  @Inject private PhotoRepository photos;

  @Override
  public Limit limit() {
    return Limit.STORAGE_BYTES;
  }

  @Override
  @Transactional
  public long used() {
    return photos.bytes();
  }
}

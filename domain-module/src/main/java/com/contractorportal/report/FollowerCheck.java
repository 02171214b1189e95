package com.contractorportal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Asks a follower in a transaction: without one, a task's thread has no persistence context. */
@ApplicationScoped
@Transactional
class FollowerCheck {

  void check(ProgressFollower follower) {
    follower.check();
  }
}

package com.contractorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.rule.Overloaded;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

  private final PasswordHashing hashing = new PasswordHashing();

  @Test
  void a_hash_tells_how_it_was_made() {
    assertThat(hashing.hash("snow falls at night")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void only_the_right_password_is_right() {
    String hash = hashing.hash("snow falls at night");

    assertThat(hashing.isRight("snow falls at night", hash)).isTrue();
    assertThat(hashing.isRight("snow falls at Night", hash)).isFalse();
  }

  @Test
  void two_hashes_of_one_password_differ() {
    assertThat(hashing.hash("snow falls at night"))
        .isNotEqualTo(hashing.hash("snow falls at night"));
  }

  @Test
  void a_letter_with_its_accent_is_the_same_in_one_or_two_characters() {
    assertThat(
            hashing.isRight(
                "ne\u0301ve\u0301 ne\u0301ve\u0301", hashing.hash("n\u00e9v\u00e9 n\u00e9v\u00e9")))
        .isTrue();
  }

  @Test
  void nobodys_hash_costs_as_much_as_any_and_fits_no_password() {
    assertThat(hashing.hashOfNobody()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashing.isRight("", hashing.hashOfNobody())).isFalse();
  }

  @Test
  void a_flood_is_turned_away_at_once_and_holds_few_threads() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<Boolean>> admitted = new ArrayList<>();
      for (int i = 0; i < PasswordHashing.PLACES + PasswordHashing.MOST_WAITING; i++) {
        admitted.add(threads.submit(() -> hashing.inPlace(() -> awaited(end))));
      }
      while (hashing.waiting() < PasswordHashing.MOST_WAITING) {
        Thread.onSpinWait();
      }

      assertThatThrownBy(() -> hashing.inPlace(() -> true)).isInstanceOf(Overloaded.class);

      end.countDown();
      for (Future<Boolean> one : admitted) {
        assertThat(one.get()).isTrue();
      }
    } finally {
      end.countDown();
      threads.shutdownNow();
    }
  }

  private static boolean awaited(CountDownLatch end) {
    try {
      end.await();
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

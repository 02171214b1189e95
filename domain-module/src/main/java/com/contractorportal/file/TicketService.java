package com.contractorportal.file;

import com.contractorportal.account.PersonService;
import com.contractorportal.file.TicketRepository.Ticket;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.RuleViolation;
import com.contractorportal.support.SupportService;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Tickets to files: a secret that is good once and for a minute, and only as long as the session in
 * which it was asked for. Whoever brings it is that person again, with the rights of the moment.
 */
@ApplicationScoped
public class TicketService {

  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final int SECRET_BYTES = 32;

  @Inject private TicketRepository tickets;
  @Inject private PersonService people;
  @Inject private SupportService support;
  @Inject @Any private Instance<FileSource> sources;

  private final SecureRandom random = new SecureRandom();

  /**
   * A ticket for the acting person.
   *
   * @param sessionId the session of the request
   * @throws NotFound if there is no such file, or none for this person
   */
  public TicketView issue(TicketKind kind, UUID id, UUID sessionId) {
    source(kind).check(kind, id);
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant expiresAt = Now.instant().plus(LIFE);
    tickets.add(
        digest(text),
        new Ticket(
            CurrentCustomer.require(),
            CurrentCustomer.actor().accountId().orElseThrow(),
            sessionId,
            kind,
            id),
        expiresAt);
    return new TicketView("/api/files/" + text, expiresAt);
  }

  /**
   * Opens what a ticket is for, and takes the ticket. To be called with nobody bound.
   *
   * @param requestId the request's id, for the audit trail
   * @throws NotFound if the ticket is not, or no longer, good: why makes no difference
   */
  public OpenFile open(String secret, String requestId) {
    Ticket ticket = tickets.take(digest(secret)).orElseThrow(TicketService::notGood);
    try {
      Actor actor = actor(ticket, requestId);
      return CurrentCustomer.callAs(
          ticket.customer(),
          actor,
          () -> source(ticket.kind()).open(ticket.kind(), ticket.entityId()));
    } catch (RuleViolation refused) {
      throw notGood();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private Actor actor(Ticket ticket, String requestId) {
    return support
        .actor(ticket.sessionId(), ticket.accountId(), ticket.customer(), requestId)
        .orElseGet(
            () ->
                people.actor(ticket.sessionId(), ticket.accountId(), ticket.customer(), requestId));
  }

  private FileSource source(TicketKind kind) {
    return sources.stream()
        .filter(source -> source.has(kind))
        .findFirst()
        .orElseThrow(TicketService::notGood);
  }

  private static NotFound notGood() {
    return new NotFound("file");
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}

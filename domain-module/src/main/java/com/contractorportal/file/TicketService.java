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
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Tickets to files: a secret that is good for minutes, for some kinds once, and only as long as the
 * session in which it was asked for. Whoever brings it is that person again, with the rights of the
 * moment.
 */
@ApplicationScoped
public class TicketService {

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
    source(kind).look(kind, id);
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant expiresAt = Now.instant().plus(kind.life());
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
   * What a ticket is for; a ticket that is good once is gone then. To be called with nobody bound.
   *
   * @param takes whether the file is taken, and not only looked at
   * @param requestId the request's id, for the audit trail
   * @throws NotFound if the ticket is not, or no longer, good: why makes no difference
   */
  public OfferedFile open(String secret, boolean takes, String requestId) {
    Ticket ticket = tickets.take(digest(secret)).orElseThrow(TicketService::notGood);
    try {
      Actor actor = actor(ticket, requestId);
      return CurrentCustomer.callAs(
          ticket.customer(),
          actor,
          () -> {
            FileSource source = source(ticket.kind());
            return takes
                ? source.take(ticket.kind(), ticket.entityId())
                : source.look(ticket.kind(), ticket.entityId());
          });
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

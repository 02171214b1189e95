package com.contractorportal.web.file;

import com.contractorportal.file.TicketKind;
import com.contractorportal.file.TicketService;
import com.contractorportal.file.TicketView;
import com.contractorportal.web.ReadsOnly;
import com.contractorportal.web.Roles;
import com.contractorportal.web.account.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/tickets} */
@Path("tickets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
@Tag(name = "files")
public class TicketResource {

  @Inject private TicketService tickets;

  /** The file that is wanted. */
  public record TicketRequest(
      @NotNull(message = "Say what kind of file it is: PHOTO or THUMBNAIL.") TicketKind kind,
      @NotNull(message = "Say which one, by its id.") UUID id) {}

  @POST
  @ReadsOnly
  public TicketView issue(
      @NotNull(message = "Send kind and id as JSON.") @Valid TicketRequest wanted,
      @Context HttpServletRequest request) {
    return tickets.issue(wanted.kind(), wanted.id(), SignedIn.of(request).sessionId());
  }
}

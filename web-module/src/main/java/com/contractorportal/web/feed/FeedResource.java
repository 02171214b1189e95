package com.contractorportal.web.feed;

import com.contractorportal.feed.FeedService;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.web.Roles;
import com.contractorportal.web.account.SignedIn;
import com.contractorportal.web.observation.ObservedOperation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/events/stream} */
@Path("events/stream")
@RequestScoped
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
@Tag(name = "feed")
public class FeedResource {

  @Inject private FeedService feed;

  @GET
  @Produces(FeedStream.MEDIA_TYPE)
  @Operation(
      summary = "Follows what changes in the customer, until the session or the token ends",
      description =
          "Server-sent events: `open` (follow from here), `change` {kind, eventId?, entityId, at},"
              + " `reset` (read everything anew). Everything is told at least once. After the end,"
              + " ask again with the last event's id in Last-Event-ID.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = FeedStream.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
  public void follow(
      @HeaderParam("Last-Event-ID") String lastId,
      @Suspended AsyncResponse asynchronous,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response)
      throws IOException {
    FeedStream stream =
        new FeedStream(SignedIn.of(request), asynchronous, request.getAsyncContext());
    feed.follow(stream, Optional.ofNullable(lastId).map(FeedResource::id));
    ObservedOperation.goesOn(request);
    response.setContentType(FeedStream.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // Proxies of nginx's kind pass it on at once.
    stream.startTo(response.getOutputStream());
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      throw new InvalidField("Last-Event-ID", "Send the id of an event of this stream.");
    }
  }
}

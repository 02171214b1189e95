package com.contractorportal.web.feed;

import com.contractorportal.feed.FeedService;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.web.Roles;
import com.contractorportal.web.stream.EventStream;
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
  @Produces(EventStream.MEDIA_TYPE)
  @Operation(
      summary = "Follows what changes in the customer, until the session or the token ends",
      description =
          "Server-sent events: `open` (follow from here), `change` {kind, eventId?, entityId, at},"
              + " `reset` (read everything anew). Everything is told at least once. After the end,"
              + " ask again with the last event's id in Last-Event-ID.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = EventStream.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
  public void follow(
      @HeaderParam("Last-Event-ID") String lastId,
      @Suspended AsyncResponse asynchronous,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response)
      throws IOException {
    EventStream stream = new EventStream(asynchronous, request);
    feed.follow(new FeedStream(stream), Optional.ofNullable(lastId).map(FeedResource::id));
    stream.startTo(request, response);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      throw new InvalidField("Last-Event-ID", "Send the id of an event of this stream.");
    }
  }
}

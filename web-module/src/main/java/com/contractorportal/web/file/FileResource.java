package com.contractorportal.web.file;

import com.contractorportal.file.OfferedFile;
import com.contractorportal.file.TicketService;
import com.contractorportal.web.RequestIdFilter;
import com.contractorportal.web.protection.ContentPolicy;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/files}: open to whoever brings a ticket. */
@Path("files")
@RequestScoped
@PermitAll
@Tag(name = "files")
public class FileResource {

  @Inject private TicketService tickets;

  /** Nothing keeps it, and if it were no picture after all, a browser would run nothing of it. */
  @GET
  @Path("{ticket}")
  @Produces(MediaType.WILDCARD)
  @SecurityRequirements
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.WILDCARD,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response file(
      @PathParam("ticket") String ticket,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    boolean takes = !request.getMethod().equals(HttpMethod.HEAD);
    OfferedFile file = tickets.open(ticket, takes, RequestIdFilter.of(request));
    return FileAnswer.of(file, isPicture(file) ? "inline" : "attachment", headers)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(ContentPolicy.HEADER, "default-src 'none'; sandbox; frame-ancestors 'none'")
        .build();
  }

  private static boolean isPicture(OfferedFile file) {
    return file.mediaType().startsWith("image/");
  }
}

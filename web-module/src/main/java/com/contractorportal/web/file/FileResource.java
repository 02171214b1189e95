package com.contractorportal.web.file;

import com.contractorportal.file.OpenFile;
import com.contractorportal.file.TicketService;
import com.contractorportal.web.RequestIdFilter;
import com.contractorportal.web.protection.ContentPolicy;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
              mediaType = "image/jpeg",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response file(@PathParam("ticket") String ticket, @Context HttpServletRequest request) {
    OpenFile file = tickets.open(ticket, RequestIdFilter.of(request));
    return Response.ok(file.content(), file.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, file.byteCount())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "inline; filename*=UTF-8''"
                + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(ContentPolicy.HEADER, "default-src 'none'; sandbox; frame-ancestors 'none'")
        .build();
  }
}

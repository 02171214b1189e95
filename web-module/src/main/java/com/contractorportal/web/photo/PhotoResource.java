package com.contractorportal.web.photo;

import com.contractorportal.apikey.Scope;
import com.contractorportal.paging.Page;
import com.contractorportal.photo.PhotoService;
import com.contractorportal.photo.PhotoView;
import com.contractorportal.text.OneLine;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.IdempotencyKeys;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/work-logs/{id}/photos} */
@Path("work-logs/{id}/photos")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR})
@Tag(name = "photos")
public class PhotoResource {

  @Inject private PhotoService photos;

  /** What a request for a new photo asks for; the file stands in it by its digest. */
  private record Sent(UUID logId, String name, String sha256) {}

  @GET
  @ForKeys(Scope.WORK_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  public Page<PhotoView> list(@PathParam("id") UUID logId) {
    return Page.of(photos.list(logId));
  }

  /** What kind of file it is is seen by its content, whatever its type is said to be. */
  @POST
  @ForKeys(Scope.WORK_WRITE)
  @Consumes(MediaType.WILDCARD)
  @RequestBody(
      content = {
        @Content(
            mediaType = "image/jpeg",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "image/png",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "image/webp",
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PhotoView.class)))
  public Response add(
      @PathParam("id") UUID logId,
      @QueryParam("name")
          @DefaultValue("photo.jpg")
          @OneLine
          @Size(min = 1, max = 120, message = "A file's name has 1 to 120 characters.")
          String name,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      InputStream content,
      @Context UriInfo uri)
      throws IOException {
    PhotoView photo =
        photos.add(
            logId,
            name,
            content,
            sha256 -> IdempotencyKeys.of(key, "photo.add", new Sent(logId, name, sha256)));
    return Response.created(uri.getAbsolutePathBuilder().path(photo.id().toString()).build())
        .entity(photo)
        .build();
  }

  @DELETE
  @Path("{photoId}")
  public void remove(@PathParam("id") UUID logId, @PathParam("photoId") UUID photoId) {
    photos.remove(logId, photoId);
  }
}

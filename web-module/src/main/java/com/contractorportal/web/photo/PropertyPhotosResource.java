package com.contractorportal.web.photo;

import com.contractorportal.paging.Page;
import com.contractorportal.photo.PhotoService;
import com.contractorportal.photo.PhotoView;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/properties/{id}/photos}: the photos of all work at a property. */
@Path("properties/{id}/photos")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "photos")
public class PropertyPhotosResource {

  @Inject private PhotoService photos;

  @GET
  public Page<PhotoView> list(@PathParam("id") UUID propertyId, @Valid @BeanParam PageParams page) {
    return photos.at(propertyId, page.request("-createdAt"));
  }
}

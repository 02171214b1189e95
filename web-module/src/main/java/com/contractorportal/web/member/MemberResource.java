package com.contractorportal.web.member;

import com.contractorportal.member.DirectoryEntry;
import com.contractorportal.member.MemberDraft;
import com.contractorportal.member.MemberInvitation;
import com.contractorportal.member.MemberService;
import com.contractorportal.member.MemberView;
import com.contractorportal.paging.Page;
import com.contractorportal.web.IdempotencyKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/members} */
@Path("members")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "members")
public class MemberResource {

  @Inject private MemberService members;

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
  public Page<DirectoryEntry> directory(
      @QueryParam("former") @DefaultValue("false") boolean former,
      @Valid @BeanParam PageParams page) {
    return members.directory(former, page.request());
  }

  @POST
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MemberView.class)))
  public Response invite(
      @NotNull(message = "Send the member as JSON.") @Valid MemberInvitation draft,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    MemberView created = members.invite(draft, IdempotencyKeys.of(key, "member.invite", draft));
    return Versions.created(
        uri.getAbsolutePathBuilder().path(created.id().toString()).build(),
        created,
        created.version());
  }

  @GET
  @Path("{id}")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MemberView.class)))
  public Response get(@PathParam("id") UUID id) {
    MemberView member = members.get(id);
    return Versions.ok(member, member.version());
  }

  @PUT
  @Path("{id}")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MemberView.class)))
  public Response update(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the member as JSON.") @Valid MemberDraft draft) {
    MemberView member = members.update(id, Versions.expected(ifMatch), draft);
    return Versions.ok(member, member.version());
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    members.delete(id, Versions.expected(ifMatch));
  }

  @POST
  @Path("{id}/invitation")
  @Consumes(MediaType.WILDCARD)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MemberView.class)))
  public Response inviteAgain(@PathParam("id") UUID id) {
    MemberView member = members.inviteAgain(id);
    return Versions.ok(member, member.version());
  }
}

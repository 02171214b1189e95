package com.contractorportal.web.property;

import com.contractorportal.property.BoundingBox;
import com.contractorportal.property.PropertyFilter;
import com.contractorportal.property.PropertyKind;
import com.contractorportal.property.PropertyStatus;
import com.contractorportal.rule.InvalidField;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters that every list of properties takes. */
public class PropertyParams {

  @QueryParam("q")
  @Parameter(description = "Stands in the name, street, city or postal code.")
  private String text;

  @QueryParam("status")
  private PropertyStatus status;

  @QueryParam("kind")
  private PropertyKind kind;

  @QueryParam("city")
  private String city;

  @QueryParam("bbox")
  @Parameter(
      description =
          "minLon,minLat,maxLon,maxLat in degrees. A box whose minLon is greater than its maxLon reaches across the antimeridian.")
  private String box;

  @QueryParam("contractor")
  @Parameter(
      description = "The id of a member: the properties assigned to them, or on their routes.")
  private UUID contractor;

  @QueryParam("list")
  @Parameter(description = "The id of a list of properties.")
  private UUID list;

  /**
   * The filter that the parameters make.
   *
   * @throws InvalidField if the box is none
   */
  public PropertyFilter filter() {
    return new PropertyFilter(
        Optional.ofNullable(text),
        Optional.ofNullable(status),
        Optional.ofNullable(kind),
        Optional.ofNullable(city),
        Optional.ofNullable(box).map(BoundingBox::parse),
        Optional.ofNullable(contractor),
        Optional.ofNullable(list));
  }
}

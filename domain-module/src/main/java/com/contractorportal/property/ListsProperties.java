package com.contractorportal.property;

/** Keeps lists of properties; answered by the feature that does. */
public interface ListsProperties {

  /** A JPQL query for the ids of the properties on the list {@code :list}, as a part of others. */
  String idsOfList();
}

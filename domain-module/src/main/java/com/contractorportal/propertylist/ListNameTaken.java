package com.contractorportal.propertylist;

import com.contractorportal.rule.Conflict;

/** Two lists cannot have the same name. */
public final class ListNameTaken extends Conflict {

  private static final long serialVersionUID = 1L;

  ListNameTaken(String name) {
    super("list-name-taken", "There is a list called %s. Give this one another name.", name);
  }
}

package com.contractorportal.shutdown;

/** Breaks off work on a node that is going down; another node takes it up. */
public final class NodeStops extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NodeStops() {
    super("This node is going down.", null, false, false);
  }
}

package com.contractorportal.store;

import com.contractorportal.tenancy.CustomerId;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Where customers' files lie. A file's name is {@code <kind>/<rest>}, the same whosever it is, and
 * each customer has names of its own: {@code <kind>/<customer>/<rest>} is where it lies. A file
 * that is there is whole.
 *
 * <p>Every name is checked: none leads to a place outside of its kind and customer, an {@link
 * IllegalArgumentException} says that one would.
 */
public interface FileStore {

  /**
   * A store in a folder of this machine, or of one that it shares.
   *
   * @param root need not be there yet
   */
  static FileStore inFolder(Path root) {
    return new FolderStore(root);
  }

  /**
   * The name of a file or folder, if it is one.
   *
   * @throws IllegalArgumentException if it is not
   */
  static String checked(String name) {
    FileName.of(name);
    return name;
  }

  /** Begins a file. A whole one of the same name stays until this one is published. */
  Draft draft(CustomerId customer, String name) throws IOException;

  /**
   * Removes what was begun in a folder and neither published nor closed.
   *
   * @param folder as {@code reports/<run>}
   * @param before only what was begun or last written before then: somebody may be writing
   * @return how many drafts are gone
   */
  int removeDrafts(CustomerId customer, String folder, Instant before) throws IOException;

  /**
   * How many bytes a file has.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  long size(CustomerId customer, String name) throws IOException;

  /**
   * Opens a part of a file; as much of it as there is.
   *
   * @param from how many bytes to leave out
   * @param count how many bytes to read then
   * @throws java.nio.file.NoSuchFileException if there is no such file
   */
  InputStream open(CustomerId customer, String name, long from, long count) throws IOException;

  /** The names of all files of a customer, of any kind, in order. */
  List<String> list(CustomerId customer) throws IOException;

  /**
   * Removes a folder and all in it, what was only begun, too.
   *
   * @param folder as {@code reports/<run>}
   */
  void remove(CustomerId customer, String folder) throws IOException;

  /**
   * Removes all that a customer has, of any kind.
   *
   * @return how many files there were
   */
  long removeAll(CustomerId customer) throws IOException;

  /** A file in the making. Closing one that was not published removes it. */
  interface Draft extends Closeable {

    OutputStream out();

    /**
     * A file of this machine for what is needed only while the draft is written; it need not be
     * there yet, and goes as half a file does.
     */
    Path scratch() throws IOException;

    /** Ends the writing: what can fail for want of room has failed by then. */
    void seal() throws IOException;

    /** Puts the sealed file into place in one step; it replaces one that was there. */
    void publish() throws IOException;
  }
}

package com.contractorportal.store;

import com.contractorportal.tenancy.CustomerId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Files of one kind in a bucket of a service that speaks S3, under the names that they would have
 * in a folder; those of other kinds are in the folder, as are those that were written before there
 * was a bucket: they are found there still.
 *
 * <p>An object appears whole, when its upload is ended, and so nothing else is needed to publish a
 * file in one step. What is longer than a part is uploaded part by part while it is written; of
 * each draft a part at most is in memory.
 */
final class S3Store implements FileStore {

  /** The least that a part but the last may have; with ten thousand parts a file has 50 GB. */
  static final int PART = 5 << 20;

  private static final int FIRST_BUFFER = 1 << 14;
  private static final int NOT_FOUND = 404;
  private static final int NO_SUCH_RANGE = 416;

  private final S3Client s3;
  private final String bucket;
  private final String prefix;
  private final String kind;
  private final FolderStore folder;

  /**
   * @param prefix what all keys begin with; may be empty
   * @param kind of the files that go into the bucket
   * @param folder where all others are
   */
  S3Store(S3Client s3, String bucket, String prefix, String kind, FolderStore folder) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix;
    this.kind = kind;
    this.folder = folder;
  }

  @Override
  public Draft draft(CustomerId customer, String name) throws IOException {
    return isHere(name) ? new S3Draft(customer, name) : folder.draft(customer, name);
  }

  @Override
  public int removeDrafts(CustomerId customer, String of, Instant before) throws IOException {
    int removed = folder.removeDrafts(customer, of, before);
    return isHere(of) ? removed + abortUploads(key(customer, of) + "/", before) : removed;
  }

  private int abortUploads(String from, Instant before) throws IOException {
    return call(
        () -> {
          List<MultipartUpload> begun =
              s3
                  .listMultipartUploadsPaginator(list -> list.bucket(bucket).prefix(from))
                  .uploads()
                  .stream()
                  .filter(upload -> upload.initiated().isBefore(before))
                  .toList();
          begun.forEach(upload -> abort(upload.key(), upload.uploadId()));
          return begun.size();
        });
  }

  private void abort(String key, String uploadId) {
    s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(uploadId));
  }

  @Override
  public long size(CustomerId customer, String name) throws IOException {
    if (isHere(name)) {
      try {
        String key = key(customer, name);
        return call(() -> s3.headObject(head -> head.bucket(bucket).key(key))).contentLength();
      } catch (NoSuchFileException older) {
        return folder.size(customer, name);
      }
    }
    return folder.size(customer, name);
  }

  @Override
  public InputStream open(CustomerId customer, String name, long from, long count)
      throws IOException {
    if (!isHere(name)) {
      return folder.open(customer, name, from, count);
    }
    if (count <= 0) {
      size(customer, name);
      return InputStream.nullInputStream();
    }
    try {
      String key = key(customer, name);
      return call(() -> s3.getObject(get -> get.bucket(bucket).key(key).range(range(from, count))));
    } catch (NoSuchFileException older) {
      return folder.open(customer, name, from, count);
    } catch (NothingThere beyondTheEnd) {
      return InputStream.nullInputStream();
    }
  }

  private static String range(long from, long count) {
    return count > Long.MAX_VALUE - from
        ? "bytes=" + from + "-"
        : "bytes=" + from + "-" + (from + count - 1);
  }

  @Override
  public List<String> list(CustomerId customer) throws IOException {
    TreeSet<String> names = new TreeSet<>(folder.list(customer));
    String of = key(customer, kind + "/");
    keys(of).forEach(key -> names.add(kind + "/" + key.substring(of.length())));
    return List.copyOf(names);
  }

  @Override
  public void remove(CustomerId customer, String of) throws IOException {
    folder.remove(customer, of);
    if (isHere(of)) {
      removeFrom(key(customer, of) + "/");
    }
  }

  @Override
  public long removeAll(CustomerId customer) throws IOException {
    return removeFrom(key(customer, kind + "/")) + folder.removeAll(customer);
  }

  /** One by one: not every service that speaks S3 takes many at once. */
  private int removeFrom(String from) throws IOException {
    abortUploads(from, Instant.MAX);
    List<String> keys = keys(from);
    for (String key : keys) {
      call(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }
    return keys.size();
  }

  private List<String> keys(String from) throws IOException {
    return call(
        () ->
            s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(from)).contents().stream()
                .map(S3Object::key)
                .toList());
  }

  private boolean isHere(String name) {
    return FileName.of(name).kind().equals(kind);
  }

  /** The customer stands between kind and rest, and a slash behind it: no id begins another's. */
  private String key(CustomerId customer, String name) {
    int slash = name.indexOf('/');
    return prefix + name.substring(0, slash) + "/" + customer.value() + name.substring(slash);
  }

  /** The library's failures are unchecked; here, what has no file is an {@link IOException}. */
  private static <T> T call(Supplier<T> request) throws IOException {
    try {
      return request.get();
    } catch (S3Exception refused) {
      String code = refused.awsErrorDetails() == null ? "" : refused.awsErrorDetails().errorCode();
      if (refused.statusCode() == NOT_FOUND && !"NoSuchBucket".equals(code)) {
        throw (NoSuchFileException) new NoSuchFileException("in the bucket").initCause(refused);
      }
      if (refused.statusCode() == NO_SUCH_RANGE) {
        throw new NothingThere(refused);
      }
      throw new IOException("The bucket refused: " + refused.getMessage(), refused);
    } catch (SdkException failure) {
      throw new IOException("The bucket cannot be reached: " + failure.getMessage(), failure);
    }
  }

  /** A part was asked for that begins behind the end. */
  private static final class NothingThere extends IOException {

    private static final long serialVersionUID = 1L;

    NothingThere(Exception cause) {
      super(cause);
    }
  }

  private final class S3Draft implements Draft {

    private final CustomerId customer;
    private final String name;
    private final String key;
    private final List<CompletedPart> parts = new ArrayList<>();
    private final OutputStream out = new Parts();
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int filled;
    private String uploadId;

    S3Draft(CustomerId customer, String name) {
      this.customer = customer;
      this.name = name;
      this.key = key(customer, name);
    }

    @Override
    public OutputStream out() {
      return out;
    }

    @Override
    public Path scratch() throws IOException {
      return folder.scratch(customer, name);
    }

    @Override
    public void seal() throws IOException {
      if (uploadId != null && filled > 0) {
        upload();
      }
    }

    private void upload() throws IOException {
      if (uploadId == null) {
        uploadId =
            call(() -> s3.createMultipartUpload(create -> create.bucket(bucket).key(key)))
                .uploadId();
      }
      int number = parts.size() + 1;
      String tag =
          call(() ->
                  s3.uploadPart(
                      part -> part.bucket(bucket).key(key).uploadId(uploadId).partNumber(number),
                      body()))
              .eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
      filled = 0;
    }

    /** What waits in memory; not copied. */
    private RequestBody body() {
      return RequestBody.fromContentProvider(
          () -> new ByteArrayInputStream(buffer, 0, filled), filled, "application/octet-stream");
    }

    /** What fits into one part needs no upload in parts: most customers' files do. */
    @Override
    public void publish() throws IOException {
      if (uploadId == null) {
        call(() -> s3.putObject(put -> put.bucket(bucket).key(key), body()));
      } else {
        call(
            () ->
                s3.completeMultipartUpload(
                    complete ->
                        complete
                            .bucket(bucket)
                            .key(key)
                            .uploadId(uploadId)
                            .multipartUpload(all -> all.parts(parts))));
        uploadId = null;
      }
    }

    @Override
    public void close() throws IOException {
      String begun = uploadId;
      uploadId = null;
      buffer = new byte[0];
      if (begun != null) {
        try {
          call(
              () -> {
                abort(key, begun);
                return null;
              });
        } catch (NoSuchFileException goneAlready) {
          // Somebody began anew, and removed this one.
        }
      }
    }

    private final class Parts extends OutputStream {

      @Override
      public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
          if (filled == PART) {
            upload();
          }
          int some = Math.min(length - done, PART - filled);
          if (filled + some > buffer.length) {
            buffer =
                Arrays.copyOf(buffer, Math.min(PART, Math.max(filled + some, 2 * buffer.length)));
          }
          System.arraycopy(bytes, offset + done, buffer, filled, some);
          filled += some;
          done += some;
        }
      }
    }
  }
}

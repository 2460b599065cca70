#ifndef WAVELENGTH_GMIME_SHIM_H
#define WAVELENGTH_GMIME_SHIM_H

#include <gmime/gmime.h>

// GMime's type tests and casts are macros, which Swift cannot see; these functions stand for them.

enum {
    WAVELENGTH_LEAF = 0,
    WAVELENGTH_MULTIPART = 1,
    WAVELENGTH_MESSAGE = 2
};

static inline int wavelength_part_kind(GMimeObject *part) {
    if (GMIME_IS_MULTIPART(part)) return WAVELENGTH_MULTIPART;
    if (GMIME_IS_MESSAGE_PART(part)) return WAVELENGTH_MESSAGE;
    return WAVELENGTH_LEAF;
}

static inline int wavelength_child_count(GMimeObject *multipart) {
    return g_mime_multipart_get_count((GMimeMultipart *) multipart);
}

static inline GMimeObject *wavelength_child(GMimeObject *multipart, int index) {
    return g_mime_multipart_get_part((GMimeMultipart *) multipart, index);
}

static inline const char *wavelength_prologue(GMimeObject *multipart) {
    return g_mime_multipart_get_prologue((GMimeMultipart *) multipart);
}

static inline GMimeObject *wavelength_embedded_message(GMimeObject *part) {
    return (GMimeObject *) g_mime_message_part_get_message((GMimeMessagePart *) part);
}

static inline GMimeObject *wavelength_message_body(GMimeObject *message) {
    return g_mime_message_get_mime_part((GMimeMessage *) message);
}

// The offset of the first header field of this object in the parsed stream, -1 where it has none.
static inline gint64 wavelength_header_offset(GMimeObject *object) {
    GMimeHeaderList *list = g_mime_object_get_header_list(object);
    if (list == NULL || g_mime_header_list_get_count(list) == 0) return -1;
    return g_mime_header_get_offset(g_mime_header_list_get_header_at(list, 0));
}

// Where the undecoded content of a leaf part lies in the parsed stream; 0 where it has no content.
static inline int wavelength_content_bounds(GMimeObject *part, gint64 *start, gint64 *end) {
    if (!GMIME_IS_PART(part)) return 0;
    GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *) part);
    if (content == NULL) return 0;
    GMimeStream *stream = g_mime_data_wrapper_get_stream(content);
    if (stream == NULL) return 0;
    *start = stream->bound_start;
    *end = stream->bound_end;
    return 1;
}

static inline GMimeObject *wavelength_parse_part(const char *bytes, size_t count) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeObject *part = g_mime_parser_construct_part(parser, NULL);
    g_object_unref(parser);
    g_object_unref(stream);
    return part;
}

#endif

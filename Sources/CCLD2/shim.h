#ifndef WAVELENGTH_CLD2_SHIM_H
#define WAVELENGTH_CLD2_SHIM_H

#include <stdbool.h>

// CLD2 has a C++ interface only. Its reference parameters are pointers in the platform's C++ ABI (Itanium, as on
// every Linux), so the one function we need can be named by its linkage name, and no C++ has to be compiled.
// <cld2/public/compact_lang_det.h>: DetectLanguageSummaryCheckUTF8 and friends; `Language` is an int enum.

/// CLD2::ExtDetectLanguageSummary(buffer, length, is_plain_text, language3, percent3, text_bytes, is_reliable).
int cld2_detect_summary(const char *buffer, int buffer_length, bool is_plain_text, int language3[3], int percent3[3],
                        int *text_bytes, bool *is_reliable)
    __asm__("_ZN4CLD224ExtDetectLanguageSummaryEPKcibPNS_8LanguageEPiS4_Pb");

/// CLD2::LanguageCode(language): the ISO 639 code, such as "en"; "un" for unknown.
const char *cld2_language_code(int language) __asm__("_ZN4CLD212LanguageCodeENS_8LanguageE");

#endif

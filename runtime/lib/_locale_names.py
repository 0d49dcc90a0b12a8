"""Full names of locales: what language, country and encoding a short or old name stands for."""

locale_encoding_alias = {
    "437": "C", "c": "C", "en": "ISO8859-1", "jis": "JIS7", "jis7": "JIS7", "ajec": "eucJP", "koi8c": "KOI8-C",
    "microsoftcp1251": "CP1251", "microsoftcp1255": "CP1255", "microsoftcp1256": "CP1256", "88591": "ISO8859-1",
    "88592": "ISO8859-2", "88595": "ISO8859-5", "885915": "ISO8859-15", "ascii": "ISO8859-1", "latin_1": "ISO8859-1",
    "iso8859_1": "ISO8859-1", "iso8859_10": "ISO8859-10", "iso8859_11": "ISO8859-11", "iso8859_13": "ISO8859-13",
    "iso8859_14": "ISO8859-14", "iso8859_15": "ISO8859-15", "iso8859_16": "ISO8859-16", "iso8859_2": "ISO8859-2",
    "iso8859_3": "ISO8859-3", "iso8859_4": "ISO8859-4", "iso8859_5": "ISO8859-5", "iso8859_6": "ISO8859-6",
    "iso8859_7": "ISO8859-7", "iso8859_8": "ISO8859-8", "iso8859_9": "ISO8859-9", "iso2022_jp": "JIS7",
    "shift_jis": "SJIS", "tactis": "TACTIS", "euc_jp": "eucJP", "euc_kr": "eucKR", "utf_8": "UTF-8",
    "koi8_r": "KOI8-R", "koi8_t": "KOI8-T", "koi8_u": "KOI8-U", "kz1048": "RK1048", "cp1251": "CP1251",
    "cp1255": "CP1255", "cp1256": "CP1256", "euctw": "eucTW",
}

# language or language_country: the country and the encoding
_USUAL = {
    "af_ZA": "ISO8859-1", "ar_AA": "ISO8859-6", "ar_EG": "ISO8859-6", "az_AZ": "ISO8859-9E", "be_BY": "CP1251",
    "bg_BG": "CP1251", "br_FR": "ISO8859-1", "bs_BA": "ISO8859-2", "ca_ES": "ISO8859-1", "cs_CZ": "ISO8859-2",
    "cy_GB": "ISO8859-1", "da_DK": "ISO8859-1", "de_DE": "ISO8859-1", "de_AT": "ISO8859-1", "de_BE": "ISO8859-1",
    "de_CH": "ISO8859-1", "de_LU": "ISO8859-1", "el_GR": "ISO8859-7", "en_US": "ISO8859-1", "en_GB": "ISO8859-1",
    "en_AU": "ISO8859-1", "en_CA": "ISO8859-1", "en_IE": "ISO8859-1", "en_IN": "ISO8859-1", "en_NZ": "ISO8859-1",
    "en_ZA": "ISO8859-1", "eo_XX": "ISO8859-3", "es_ES": "ISO8859-1", "es_AR": "ISO8859-1", "es_MX": "ISO8859-1",
    "es_CL": "ISO8859-1", "es_CO": "ISO8859-1", "es_PE": "ISO8859-1", "es_US": "ISO8859-1", "es_VE": "ISO8859-1",
    "et_EE": "ISO8859-15", "eu_ES": "ISO8859-1", "fa_IR": "UTF-8", "fi_FI": "ISO8859-15", "fo_FO": "ISO8859-1",
    "fr_FR": "ISO8859-1", "fr_BE": "ISO8859-1", "fr_CA": "ISO8859-1", "fr_CH": "ISO8859-1", "fr_LU": "ISO8859-1",
    "ga_IE": "ISO8859-1", "gl_ES": "ISO8859-1", "he_IL": "ISO8859-8", "hi_IN": "ISCII-DEV", "hr_HR": "ISO8859-2",
    "hu_HU": "ISO8859-2", "id_ID": "ISO8859-1", "is_IS": "ISO8859-1", "it_IT": "ISO8859-1", "it_CH": "ISO8859-1",
    "ja_JP": "eucJP", "ka_GE": "GEORGIAN-ACADEMY", "ko_KR": "eucKR", "ks_IN": "UTF-8", "lt_LT": "ISO8859-13",
    "lv_LV": "ISO8859-13", "mk_MK": "ISO8859-5", "ms_MY": "ISO8859-1", "mt_MT": "ISO8859-3", "nb_NO": "ISO8859-1",
    "nl_NL": "ISO8859-1", "nl_BE": "ISO8859-1", "nn_NO": "ISO8859-1", "no_NO": "ISO8859-1", "pl_PL": "ISO8859-2",
    "pt_PT": "ISO8859-1", "pt_BR": "ISO8859-1", "ro_RO": "ISO8859-2", "ru_RU": "UTF-8", "ru_UA": "KOI8-U",
    "sd_IN": "UTF-8", "sd_PK": "UTF-8", "sk_SK": "ISO8859-2", "sl_SI": "ISO8859-2", "sq_AL": "ISO8859-2",
    "sr_RS": "UTF-8", "sv_SE": "ISO8859-1", "sv_FI": "ISO8859-1", "th_TH": "ISO8859-11", "tr_TR": "ISO8859-9",
    "uk_UA": "KOI8-U", "vi_VN": "TCVN", "zh_CN": "gb2312", "zh_HK": "big5hkscs", "zh_SG": "GB2312", "zh_TW": "big5",
}
locale_alias = {
    "c": "C", "posix": "C", "c.en": "C", "c.utf8": "en_US.UTF-8", "c.ascii": "C", "english": "en_EN.ISO8859-1",
    "american": "en_US.ISO8859-1", "german": "de_DE.ISO8859-1", "french": "fr_FR.ISO8859-1",
    "italian": "it_IT.ISO8859-1", "spanish": "es_ES.ISO8859-1", "japanese": "ja_JP.eucJP",
    "japan": "ja_JP.eucJP", "japanese.euc": "ja_JP.eucJP", "ja_jp.euc": "ja_JP.eucJP", "ja.jis": "ja_JP.JIS7",
    "ja.sjis": "ja_JP.SJIS", "ja.mscode": "ja_JP.SJIS", "ja_jp.mscode": "ja_JP.SJIS",
    "tt_ru.koi8c": "tt_RU.KOI8-C", "tt_ru": "tt_RU.TATAR-CYR", "ja_jp.sjis": "ja_JP.SJIS", "korean": "ko_KR.eucKR", "korean.euc": "ko_KR.eucKR",
    "portuguese": "pt_PT.ISO8859-1", "russian": "ru_RU.KOI8-R", "polish": "pl_PL.ISO8859-2",
    "dutch": "nl_NL.ISO8859-1", "swedish": "sv_SE.ISO8859-1", "danish": "da_DK.ISO8859-1",
    "norwegian": "no_NO.ISO8859-1", "finnish": "fi_FI.ISO8859-1", "hungarian": "hu_HU.ISO8859-2",
    "czech": "cs_CZ.ISO8859-2", "greek": "el_GR.ISO8859-7", "turkish": "tr_TR.ISO8859-9", "hebrew": "he_IL.ISO8859-8",
    "chinese-s": "zh_CN.eucCN", "chinese-t": "zh_TW.eucTW", "az_az.iso88599e": "az_AZ.ISO8859-9E",
    "sr_rs@latn": "sr_RS.UTF-8@latin", "sr_rs@latin": "sr_RS.UTF-8@latin", "sr@latin": "sr_RS.UTF-8@latin",
    "sr_rs.utf8@latn": "sr_RS.UTF-8@latin", "ca_es@valencia": "ca_ES.UTF-8@valencia",
    "ca_es.utf8@valencia": "ca_ES.UTF-8@valencia", "ks_in@devanagari": "ks_IN.UTF-8@devanagari",
    "ks_in@devanagari.utf8": "ks_IN.UTF-8@devanagari", "ks": "ks_IN.UTF-8", "sd@devanagari": "sd_IN.UTF-8@devanagari",
    "sd_in@devanagari": "sd_IN.UTF-8@devanagari", "sd": "sd_IN.UTF-8", "be_by@latin": "be_BY.UTF-8@latin",
    "univ": "en_US.utf", "universal": "en_US.utf", "nb_no.88591": "nb_NO.ISO8859-1",
}
for _name, _encoding in _USUAL.items():
    locale_alias[_name.lower()] = f"{_name}.{_encoding}"
    locale_alias.setdefault(_name[:2], f"{_name}.{_encoding}")


def _squeezed(encoding):
    return encoding.replace("-", "").replace("_", "").lower()


def _with_encoding(name, encoding):
    """The name with that encoding, as locales call it."""
    from encodings import aliases, normalize_encoding
    language, _, modifier = name.partition("@")
    if "." in language:
        language = language.split(".")[0]
    if encoding == "euc" and name.partition(".")[2].lower().startswith("euc"):
        return name
    known = normalize_encoding(encoding)
    known = aliases.aliases.get(known.lower(), known)
    squeezed = {_squeezed(other): shown for other, shown in locale_encoding_alias.items()}
    encoding = locale_encoding_alias.get(known) or squeezed.get(_squeezed(known), encoding)
    if modifier == "euro":
        modifier = ""
    return f"{language}.{encoding}" + (f"@{modifier}" if modifier else "")


def normalize(localename):
    """The full name, or the name itself where nobody knows it."""
    code = localename.lower()
    if ":" in code:  # as in LANGUAGE
        code = code.replace(":", ".")
    code, _, modifier = code.partition("@")
    language, dot, encoding = code.partition(".")
    encoding = encoding.split(".")[0]
    squeezed = _squeezed(encoding)
    looked_up = f"{language}.{squeezed}" if squeezed else language
    if modifier:
        found = locale_alias.get(f"{looked_up}@{modifier}")
        if found is not None:
            return found
    found = locale_alias.get(looked_up)
    if found is not None:
        return found if not modifier else _add_modifier(found, modifier)
    if encoding:
        if modifier:
            found = locale_alias.get(f"{language}@{modifier}")
            if found is not None:
                return _with_encoding(found, encoding)
        found = locale_alias.get(language)
        if found is not None:
            found = _with_encoding(found, encoding)
            return found if modifier in ("", "euro") or "@" in found else f"{found}@{modifier}"
    return localename


def _add_modifier(name, modifier):
    if "@" in name:
        return name
    if modifier == "euro":
        return f"{name.split('.')[0]}.ISO8859-15"
    return f"{name}@{modifier}"
